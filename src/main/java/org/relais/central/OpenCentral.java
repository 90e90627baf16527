package org.relais.central;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.relais.catalogue.CentralServer;

/**
 * The Open mSupply central server as a site sees it: sync protocol V6 (protocol.md sections 2 and 4). Every method asks
 * the server anew and throws a {@link CentralFailure} when that did not work. Safe for use by several threads.
 */
public final class OpenCentral {

    static final String ROUTES = "central/sync/";
    static final String STATUS = "site_status";

    private final Wire wire;
    private final SiteCredentials credentials;
    private final Errand errand;
    private final URI base;

    OpenCentral(Wire wire, URI base, SiteCredentials credentials, Errand errand) {
        this.wire = wire;
        this.credentials = credentials;
        this.errand = errand;
        this.base = ServerUrl.checked(CentralServer.OPEN, base);
    }

    /**
     * A page of the server's change log: {@code POST /central/sync/pull}.
     *
     * @param cursor the first number wanted
     * @param batchSize at most so many entries, at least 1: for 0 a server names its newest number, and going on from
     *     there would skip everything
     * @param initialised whether this site has completed a first synchronisation; until then the server also sends what
     *     came from this very site
     * @param sink is handed each record while the answer arrives, in order. When this method throws, whatever it was
     *     handed must be forgotten; what the sink throws comes out unchanged
     * @throws CentralFailure.Busy while the server integrates what this site pushed
     * @throws CentralFailure.Unreadable also for a page without records that is not the last
     * @throws CentralFailure.CursorAhead when the server has never come as far as the cursor
     */
    public PullPage pull(long cursor, int batchSize, boolean initialised, RecordSink sink) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a page of %d records".formatted(batchSize));
        }
        Delivery delivery = new Delivery(sink);
        Call call =
                call("pull", 0, body -> settings(body.number("cursor", cursor).number("batchSize", batchSize))
                        .flag("isInitialised", initialised));
        return send(call, delivery, in -> new PullPageReader(call, cursor, delivery).read(in));
    }

    /**
     * Sends changes: {@code POST /central/sync/push}.
     *
     * @return how many records the server took; it says nothing of those that it cannot integrate later
     * @throws CentralFailure.Busy while the server integrates what this site pushed before
     * @throws CentralFailure.TooLarge before anything is sent, when the request is larger than
     *     {@link PushBatches#LARGEST_BODY}
     */
    public long push(OpenBatch batch) {
        Call call = call(
                "push",
                batch.records().size(),
                body -> settings(body.object("batch", inner -> inner.number("end_cursor", batch.endCursor())
                        .number("total_records", batch.totalRecords())
                        .openRecords("records", batch.records())
                        .flag("is_last_batch", batch.last()))));
        return send(call, Delivery.none(), in -> only(in, "records_pushed", () -> in.number("records_pushed")));
    }

    /** Whether the server still integrates what this site pushed: {@code POST /central/sync/site_status}. */
    public boolean integrating() {
        Call call = call(STATUS, 0, this::settings);
        return send(call, Delivery.none(), in -> only(in, "is_integrating", () -> in.flag("is_integrating")));
    }

    private RequestBody settings(RequestBody body) {
        return body.object("syncV5Settings", settings -> settings.text(
                        "serverUrl", credentials.url().toString())
                .text("username", credentials.siteName())
                .text("passwordSha256", credentials.passwordSha256())
                .text("siteUuid", credentials.hardwareId())
                .text("appVersion", SiteSoftware.APP_VERSION)
                .text("appName", SiteSoftware.APP_NAME)
                .text("syncVersion", SiteSoftware.SYNC_V5_VERSION));
    }

    private Call call(String route, int records, Consumer<RequestBody> members) {
        Map<String, String> headers = Headers.accepting();
        headers.put("content-type", "application/json");
        byte[] body = RequestBody.object(json -> {
            members.accept(json);
            json.number("syncV6Version", SiteSoftware.SYNC_V6_VERSION);
        });
        return new Call(
                CentralServer.OPEN,
                "POST",
                ServerUrl.relative(base, ROUTES + route),
                headers,
                body,
                List.of(credentials.passwordSha256(), credentials.basicToken()),
                records);
    }

    /** Every answer is {@code {"data": ...}} or {@code {"error": ...}}, both with status 200. */
    private <T> T send(Call call, Delivery delivery, DataReader<T> reader) {
        PushBatches.requireAllowedSize(call);
        return wire.send(call, errand, delivery, answer -> {
            if (!answer.succeeded()) {
                throw Refusals.open(answer);
            }
            Refusals.refuseWebPage(answer);
            AtomicReference<T> data = new AtomicReference<>();
            AnswerStream.read(
                    answer,
                    in -> in.object("answer", key -> {
                        switch (key) {
                            case "data" -> data.set(reader.read(in));
                            case "error" -> in.refuse(error -> Refusals.openError(call, error));
                            default -> in.skip();
                        }
                    }));
            return UnexpectedAnswer.unlessPresent("data", data.get());
        });
    }

    private static <T> T only(AnswerStream in, String wanted, Supplier<T> value) throws IOException {
        AtomicReference<T> found = new AtomicReference<>();
        in.object("data", key -> {
            if (key.equals(wanted)) {
                found.set(value.get());
            } else {
                in.skip();
            }
        });
        return UnexpectedAnswer.unlessPresent(wanted, found.get());
    }

    /** Reads the value under {@code data}. */
    @FunctionalInterface
    private interface DataReader<T> {
        T read(AnswerStream in) throws IOException;
    }
}
