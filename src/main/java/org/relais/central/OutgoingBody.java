package org.relais.central;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A request's body that tells the connection's {@link Activity} of every piece the client takes, so that a slow upload
 * is not taken for a stall.
 */
final class OutgoingBody implements BodyPublisher {

    private final BodyPublisher bytes;
    private final Activity activity;

    OutgoingBody(byte[] body, Activity activity) {
        this.bytes = BodyPublishers.ofByteArray(body);
        this.activity = activity;
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> client) {
        bytes.subscribe(new Flow.Subscriber<ByteBuffer>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                client.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer piece) {
                activity.sent(piece.remaining());
                client.onNext(piece);
            }

            @Override
            public void onError(Throwable failure) {
                client.onError(failure);
            }

            @Override
            public void onComplete() {
                client.onComplete();
            }
        });
    }
}
