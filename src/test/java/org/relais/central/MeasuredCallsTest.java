package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the measurements are told of a call. */
class MeasuredCallsTest {

    private static final String RECORD = """
            "tableName":"unit","recordId":"u1","action":"update","recordData":{"ID":"u1"}""";

    /** By server and failure; "success" where there was none. */
    private final List<String> told = new ArrayList<>();

    private final CentralServers servers = new CentralServers(
            Wire.CONNECT_TIMEOUTS,
            Duration.ofSeconds(20),
            pause -> {},
            TestSite.trusted(),
            (server, failure, took, traffic) ->
                    told.add(server.key() + " " + (failure == null ? "success" : failure.key())));

    @AfterEach
    void close() {
        servers.close();
    }

    private interface Pull extends BiConsumer<MeasuredCallsTest, Fetch> {}

    /** Where to ask, and who takes the records. */
    private record Fetch(URI url, RecordSink sink) {}

    static Stream<Arguments> pulls() {
        Pull central = (test, fetch) ->
                test.servers.legacy(TestSite.credentials(fetch.url())).centralRecords(0, 5, fetch.sink());
        Pull queued = (test, fetch) ->
                test.servers.legacy(TestSite.credentials(fetch.url())).queuedRecords(5, fetch.sink());
        Pull open = (test, fetch) -> test.servers
                .open(fetch.url(), TestSite.credentials(fetch.url()))
                .pull(0, 5, false, fetch.sink());
        return Stream.of(
                Arguments.of("legacy", central, "{\"maxCursor\":1,\"data\":[{\"ID\":1," + RECORD + "}]}"),
                Arguments.of("legacy", queued, "{\"queueLength\":1,\"data\":[{\"syncOutId\":\"s\"," + RECORD + "}]}"),
                Arguments.of(
                        "open",
                        open,
                        "{\"data\":{\"end_cursor\":1,\"total_records\":1,\"is_last_batch\":true,"
                                + "\"records\":[{\"cursor\":1,\"record\":{" + RECORD + "}}]}}"));
    }

    @ParameterizedTest
    @MethodSource("pulls")
    void aCallThatThisSideBreaksOffIsNotToldAsSuccessful(String server, Pull pull, String answer) {
        RuntimeException full = new IllegalStateException("The table 'content' is full");
        try (ScriptedServer central = ScriptedServer.answering(200, answer)) {
            assertThatThrownBy(() -> pull.accept(this, new Fetch(central.url(), record -> {
                        throw full;
                    })))
                    .isSameAs(full);
            assertThat(told).isEmpty();

            pull.accept(this, new Fetch(central.url(), record -> {}));
            assertThat(told).containsExactly(server + " success");
        }
    }

    @Test
    void aCallThatTheServerFailsIsToldWithItsFailureAtEachAttempt() {
        try (ScriptedServer central = ScriptedServer.answering(200, "{\"maxCursor\":1,\"data\":[{}]}")) {
            TestSite.failure(
                    () -> servers.legacy(TestSite.credentials(central.url())).centralRecords(0, 5, record -> {}));
            assertThat(told).containsExactly("legacy " + FailureCode.UNREADABLE_ANSWER.key());
        }
    }
}
