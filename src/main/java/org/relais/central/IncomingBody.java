package org.relais.central;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body, read while it arrives. The client's own streams wait for ever for the next byte; this one gives up
 * after the idle time. It asks for the next piece when it takes up the last one, so no more than two wait in memory.
 */
final class IncomingBody extends InputStream implements BodySubscriber<IncomingBody> {

    private static final Arrival END = new Arrival(List.of(), null);

    private final Activity activity;
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> pieces = new ArrayDeque<>();
    private Flow.Subscription subscription;
    private long takenAt = System.nanoTime();
    private boolean ended;
    private boolean closed;

    IncomingBody(Activity activity) {
        this.activity = activity;
    }

    @Override
    public CompletionStage<IncomingBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription arriving) {
        if (closed) {
            arriving.cancel();
        } else {
            subscription = arriving;
            arriving.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> arrived) {
        activity.received(arrived.stream().mapToLong(ByteBuffer::remaining).sum());
        arrivals.add(new Arrival(arrived, null));
    }

    @Override
    public void onError(Throwable failure) {
        arrivals.add(new Arrival(List.of(), failure));
    }

    @Override
    public void onComplete() {
        arrivals.add(END);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        ByteBuffer piece = pieceWithBytes();
        if (piece == null) {
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(target, offset, count);
        return count;
    }

    private ByteBuffer pieceWithBytes() throws IOException {
        while (true) {
            while (!pieces.isEmpty() && !pieces.element().hasRemaining()) {
                pieces.remove();
            }
            if (!pieces.isEmpty()) {
                return pieces.element();
            }
            if (ended) {
                return null;
            }
            takeUp(nextArrival());
        }
    }

    private void takeUp(Arrival arrival) throws IOException {
        if (arrival.failure() != null) {
            throw new BrokenOff(arrival.failure());
        }
        if (arrival == END) {
            ended = true;
            return;
        }
        pieces.addAll(arrival.pieces());
        synchronized (this) {
            subscription.request(1);
        }
    }

    private Arrival nextArrival() throws IOException {
        activity.unwanted(System.nanoTime() - takenAt);
        try {
            Arrival arrival = arrivals.poll(activity.nanosLeft(), TimeUnit.NANOSECONDS);
            takenAt = System.nanoTime();
            if (arrival == null) {
                throw new HttpTimeoutException("the answer stopped: no byte for " + activity.idle());
            }
            return arrival;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading the answer");
        }
    }

    /** Gives the connection up when the body was not read to its end. */
    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null && !ended) {
            subscription.cancel();
        }
    }

    private record Arrival(List<ByteBuffer> pieces, Throwable failure) {}

    /** The connection broke in the middle of the body. */
    static final class BrokenOff extends IOException {
        BrokenOff(Throwable cause) {
            super(cause);
        }
    }
}
