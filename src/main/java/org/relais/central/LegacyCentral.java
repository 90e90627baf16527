package org.relais.central;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.relais.catalogue.CentralServer;

/**
 * The mSupply central server as a site sees it: sync protocol v5 (protocol.md sections 2, 3 and 5). Every method asks
 * the server anew and throws a {@link CentralFailure} when that did not work. Safe for use by several threads.
 */
public final class LegacyCentral {

    static final String SITE = "sync/v5/site";
    static final String STATUS = "sync/v5/site_status";

    private static final String LOGIN = "api/v4/login";

    private final Wire wire;
    private final SiteCredentials credentials;
    private final Errand errand;
    private final URI base;

    LegacyCentral(Wire wire, SiteCredentials credentials, Errand errand) {
        this.wire = wire;
        this.credentials = credentials;
        this.errand = errand;
        this.base = ServerUrl.checked(CentralServer.LEGACY, credentials.url());
    }

    /** Who this site is: {@code GET /sync/v5/site}. */
    public SiteInfo site() {
        return send(get(SITE), answer -> document(answer, SiteInfo::read));
    }

    /** What the server is doing for this site: {@code GET /sync/v5/site_status}. */
    public LegacySiteStatus status() {
        return send(get(STATUS), answer -> document(answer, LegacySiteStatus::read));
    }

    /**
     * Lets the server queue everything that a new site needs: {@code POST /sync/v5/initialise}. May take
     * minutes. After a {@link CentralFailure.Unreachable} or {@link CentralFailure.Busy} it may well be under way:
     * {@link #status()} tells.
     *
     * @return how many records wait in the queue
     */
    public long initialise() {
        return send(
                post("sync/v5/initialise", 0, body -> {}),
                answer -> document(answer, fields -> fields.number("queueLength")));
    }

    /**
     * A page of the server's change log: {@code GET /sync/v5/central_records}.
     *
     * @param cursor the last number already held, 0 for none
     * @param limit at most so many records, at least 1
     * @param sink is handed each record while the answer arrives, in order. When this method throws, whatever it was
     *     handed must be forgotten; what the sink throws comes out unchanged
     * @throws CentralFailure.CursorAhead when the server has never come as far as the cursor
     */
    public CentralPage centralRecords(long cursor, int limit, RecordSink sink) {
        requireLimit(limit);
        Delivery delivery = new Delivery(sink);
        return send(
                get("sync/v5/central_records?cursor=" + cursor + "&limit=" + limit),
                delivery,
                answer -> new CentralPageReader(cursor, delivery).read(answer));
    }

    /**
     * The next records of this site's queue, always from its beginning: {@code GET /sync/v5/queued_records}. They come
     * again until they are acknowledged.
     *
     * @param limit at most so many records, at least 1
     * @param sink as in {@link #centralRecords}
     */
    public QueuePage queuedRecords(int limit, RecordSink sink) {
        requireLimit(limit);
        Delivery delivery = new Delivery(sink);
        return send(get("sync/v5/queued_records?limit=" + limit), delivery, answer -> new QueuePageReader(delivery)
                .read(answer));
    }

    /**
     * Tells the server that these records of its queue are stored here: {@code POST /sync/v5/acknowledged_records}.
     *
     * @param syncOutIds as {@link QueuePage#syncOutIds()} gave them
     */
    public void acknowledge(List<String> syncOutIds) {
        send(post("sync/v5/acknowledged_records", 0, body -> body.texts("syncIDs", syncOutIds)), answer -> null);
    }

    /**
     * Sends changes: {@code POST /sync/v5/queued_records}. A push ends with a call that has neither queue nor records.
     *
     * @param queueLength how many changes wait on this site, these included, whether they are sent or not
     * @param records may be empty
     * @return whether the server began to integrate: true only for the closing call
     * @throws CentralFailure.TooLarge before anything is sent, when the request is larger than
     *     {@link PushBatches#LARGEST_BODY}
     */
    public boolean push(long queueLength, List<OutgoingRecord> records) {
        Call call = post("sync/v5/queued_records", records.size(), body -> body.number("queueLength", queueLength)
                .legacyRecords("data", records));
        return send(call, answer -> document(answer, fields -> fields.flag("integrationStarted")));
    }

    /**
     * Asks whether a user of the network may sign in: {@code POST /api/v4/login}. It is tried once only, and is the one
     * call that names no site in its headers.
     *
     * @param password the user's password as typed; it is neither kept nor told in a failure
     * @throws CentralFailure when the server cannot say: then what is stored of the user decides
     */
    public LoginAnswer login(String username, String password) {
        byte[] body = RequestBody.object(json -> json.text("username", username)
                .text("password", password)
                .text("loginType", "User")
                .text("siteName", credentials.siteName()));
        Map<String, String> headers = Headers.accepting();
        headers.put("content-type", "application/json");
        Call call = new Call(
                CentralServer.LEGACY,
                "POST",
                ServerUrl.absolute(base, LOGIN),
                headers,
                body,
                List.of(password, credentials.passwordSha256()),
                0);
        return wire.sendOnce(call, errand, LegacyCentral::loginAnswer);
    }

    private static LoginAnswer loginAnswer(Answer answer) throws IOException {
        if (answer.status() == 401) {
            // Whoever stands between, as a network's own sign-in page does, says nothing of the person.
            Refusals.refuseWebPage(answer);
            answer.text();
            return new LoginAnswer.WrongCredentials();
        }
        if (answer.status() == 403) {
            Optional<LoginAnswer> blocked = AnswerJson.lenient(answer.text(), LoginAnswer.Blocked::read);
            if (blocked.isPresent()) {
                return blocked.get();
            }
        }
        requireSuccess(answer);
        return AnswerJson.document(answer, LoginAnswer.Known::read);
    }

    private Call get(String route) {
        return call("GET", route, null, 0);
    }

    private Call post(String route, int records, Consumer<RequestBody> members) {
        return call("POST", route, RequestBody.object(members), records);
    }

    private Call call(String method, String route, byte[] body, int records) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("msupply-site-uuid", credentials.hardwareId());
        headers.put("app-version", SiteSoftware.APP_VERSION);
        headers.put("app-name", SiteSoftware.APP_NAME);
        headers.put("version", SiteSoftware.SYNC_V5_VERSION);
        headers.put("authorization", "Basic " + credentials.basicToken());
        headers.putAll(Headers.accepting());
        return new Call(
                CentralServer.LEGACY,
                method,
                ServerUrl.absolute(base, route),
                headers,
                body,
                List.of(credentials.passwordSha256(), credentials.basicToken()),
                records);
    }

    private <T> T send(Call call, AnswerReader<T> reader) {
        return send(call, Delivery.none(), reader);
    }

    private <T> T send(Call call, Delivery delivery, AnswerReader<T> reader) {
        PushBatches.requireAllowedSize(call);
        return wire.send(call, errand, delivery, answer -> {
            requireSuccess(answer);
            return reader.read(answer);
        });
    }

    private static void requireSuccess(Answer answer) throws IOException {
        if (!answer.succeeded()) {
            throw Refusals.legacy(answer);
        }
        Refusals.refuseWebPage(answer);
    }

    private static <T> T document(Answer answer, Function<Fields, T> meaning) throws IOException {
        return AnswerJson.document(answer, document -> {
            if (document.has("error")) {
                throw Refusals.legacyError(answer, document.value("error"));
            }
            return meaning.apply(document);
        });
    }

    private static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a page of %d records".formatted(limit));
        }
    }
}
