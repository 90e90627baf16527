package org.relais.central;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Sends calls and hands their answers to a reader while they arrive; repeats a call as protocol.md section 2 says.
 * Redirects are not followed, certificates are verified. Safe for use by several threads.
 */
final class Wire implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Wire.class);

    /** How long each attempt tries to connect; as many attempts as there are entries. */
    static final List<Duration> CONNECT_TIMEOUTS =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** What the pauses between attempts grow from. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    /** How long the answer about a person is waited for while no byte moves: in the background, so that a slow line may serve. */
    private static final Duration A_PERSONS = Duration.ofSeconds(60);

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<HttpClient> clients;
    private final Duration idle;
    private final Pause pause;
    private final Duration firstPause;
    private final CallObserver observer;

    /**
     * @param connectTimeouts one for each attempt
     * @param idle how long no byte may move, in either direction
     * @param firstPause what the pauses grow from
     * @param tls whom to trust
     * @param observer is told of each attempt
     */
    Wire(
            List<Duration> connectTimeouts,
            Duration idle,
            Pause pause,
            Duration firstPause,
            SSLContext tls,
            CallObserver observer) {
        this.clients =
                connectTimeouts.stream().map(timeout -> client(timeout, tls)).toList();
        this.idle = idle;
        this.pause = pause;
        this.firstPause = firstPause;
        this.observer = observer;
    }

    private HttpClient client(Duration connectTimeout, SSLContext tls) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .executor(executor)
                .sslContext(tls)
                .build();
    }

    /**
     * Makes the call, several times if need be. Once a record was handed on, it is not made again.
     *
     * @param errand what for; may break it off
     * @throws CentralFailure when it did not succeed
     */
    <T> T send(Call call, Errand errand, Delivery delivery, AnswerReader<T> reader) {
        return errand.cancellation()
                .during(call.server(), call.name(), () -> repeatedly(call, errand, delivery, reader));
    }

    private <T> T repeatedly(Call call, Errand errand, Delivery delivery, AnswerReader<T> reader)
            throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return attempt(clients.get(attempt), call, idle, errand, reader);
            } catch (CentralFailure.Unreachable failure) {
                boolean last = attempt == clients.size() - 1;
                if (last || delivery.started() || !failure.worthRepeating()) {
                    throw failure;
                }
                log.debug("attempt {} failed: {}", attempt + 1, failure.getMessage());
                waitBefore(attempt + 1);
            }
        }
    }

    /**
     * Makes the call once, with the longest connect timeout, to hear of a person.
     *
     * @param errand what for; may break it off
     * @throws CentralFailure when it did not succeed
     */
    <T> T sendOnce(Call call, Errand errand, AnswerReader<T> reader) {
        Duration silence = idle.compareTo(A_PERSONS) < 0 ? idle : A_PERSONS;
        return errand.cancellation()
                .during(call.server(), call.name(), () -> attempt(clients.getLast(), call, silence, errand, reader));
    }

    private void waitBefore(int repetition) throws InterruptedException {
        long most = firstPause.toMillis() << repetition;
        pause.pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1)));
    }

    private <T> T attempt(HttpClient client, Call call, Duration patience, Errand errand, AnswerReader<T> reader) {
        long began = System.nanoTime();
        Activity activity = new Activity(patience);
        try {
            T result = exchange(client, call, activity, reader);
            observer.made(call.server(), null, since(began), activity.traffic());
            return result;
        } catch (CentralFailure failure) {
            observer.made(call.server(), failure.code(), since(began), activity.traffic());
            throw failure;
        } finally {
            errand.moved(activity.traffic());
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    private <T> T exchange(HttpClient client, Call call, Activity activity, AnswerReader<T> reader) {
        HttpResponse<IncomingBody> response;
        try {
            response = head(client, call, activity);
        } catch (IOException e) {
            throw LineFailures.beforeTheAnswer(call, e);
        }
        activity.sent(Heads.of(response.request()));
        activity.received(Heads.of(response));
        try (Answer answer = new Answer(call, response)) {
            T result = reader.read(answer);
            answer.drain();
            return result;
        } catch (Delivery.SinkFailed e) {
            throw e.thrown();
        } catch (UnexpectedAnswer e) {
            throw new CentralFailure.Unreadable(call, e.getMessage(), e);
        } catch (JacksonIOException e) {
            throw lineFailure(call, e.getCause());
        } catch (JacksonException e) {
            throw new CentralFailure.Unreadable(call, "not the JSON expected: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw lineFailure(call, e);
        }
    }

    private static CentralFailure lineFailure(Call call, IOException e) {
        return e instanceof InterruptedIOException && Thread.currentThread().isInterrupted()
                ? stopped(call)
                : LineFailures.withinTheAnswer(call, e);
    }

    private HttpResponse<IncomingBody> head(HttpClient client, Call call, Activity activity) throws IOException {
        CompletableFuture<HttpResponse<IncomingBody>> head =
                client.sendAsync(request(call, activity), info -> new IncomingBody(activity));
        while (true) {
            try {
                return head.get(Math.max(1, activity.nanosLeft()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (activity.nanosLeft() <= 0) {
                    giveUp(head);
                    throw new HttpTimeoutException("no answer, no byte for " + activity.idle());
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            } catch (InterruptedException e) {
                giveUp(head);
                throw stopped(call);
            }
        }
    }

    /** The answer may have come at this very moment; then nobody reads it. */
    private static void giveUp(CompletableFuture<HttpResponse<IncomingBody>> head) {
        head.cancel(true);
        head.thenAccept(response -> response.body().close());
    }

    private static CentralFailure stopped(Call call) {
        Thread.currentThread().interrupt();
        return new CentralFailure.Stopped(call.server(), call.name());
    }

    private static HttpRequest request(Call call, Activity activity) {
        BodyPublisher body = call.body() == null ? BodyPublishers.noBody() : new OutgoingBody(call.body(), activity);
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).method(call.method(), body);
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    @Override
    public void close() {
        clients.forEach(HttpClient::shutdownNow);
        executor.shutdownNow();
    }
}
