package org.relais.central;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relais.central.TestSite.failure;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/** How answers are read: any order of keys, and nothing that is not the protocol's. */
class AnswersTest {

    @RegisterExtension
    final TestSite site = new TestSite();

    private <T> T legacy(String answer, Function<LegacyCentral, T> call) {
        try (ScriptedServer server = ScriptedServer.answering(200, answer)) {
            return call.apply(site.legacy(server.url()));
        }
    }

    private PullPage pull(long cursor, String data) {
        try (ScriptedServer server = ScriptedServer.answering(200, "{\"data\":" + data + "}")) {
            return site.open(server.url()).pull(cursor, 10, true, site.received::add);
        }
    }

    @Test
    void keysComeInAnyOrder() {
        CentralPage page = legacy("""
                {"later":[{"x":1}],"data":[{"recordData":{"b":1.10,"a":null},"action":"Insert","unknown":{"deep":[1]},
                "recordId":"r","ID":7,"tableName":"item"}],"maxCursor":9}
                """, legacy -> legacy.centralRecords(6, 5, site.received::add));
        assertThat(page).isEqualTo(new CentralPage(1, 7, 9));
        assertThat(site.received)
                .containsExactly(new WireRecord(new RecordKey("item", "r"), Action.UPSERT, "{\"b\":1.10,\"a\":null}"));

        PullPage pull = pull(4, """
                {"is_last_batch":false,"records":[{"record":{"recordData":{"id":"c"},"recordId":"c","tableName":"asset",
                "action":"update"},"cursor":5}],"end_cursor":6,"total_records":12}
                """);
        assertThat(pull).isEqualTo(new PullPage(1, 5, 6, 12, false));
        assertThat(pull.nextCursor()).isEqualTo(7);
    }

    /** Somewhere between, a proxy or an editor may have put the mark before a text that has no need of it. */
    @Test
    void aByteOrderMarkIsPassedOver() {
        CentralPage page = legacy("\uFEFF{\"maxCursor\":9}", legacy -> legacy.centralRecords(3, 5, site.received::add));
        assertThat(page).isEqualTo(new CentralPage(0, 3, 9));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsNotUtf8IsNoAnswer(byte[] answer) {
        try (ScriptedServer server = new ScriptedServer(exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        })) {
            LegacyCentral legacy = site.legacy(server.url());
            CentralFailure failure = failure(() -> legacy.centralRecords(0, 5, site.received::add));
            assertThat(failure.code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
            assertThat(site.received).isEmpty();
        }
    }

    static Stream<byte[]> whatIsNotUtf8IsNoAnswer() {
        String answer = """
                {"maxCursor":1,"data":[{"ID":1,"tableName":"item","recordId":"r","action":"insert","recordData":{"a":"é"}}]}""";
        // A quote written too long, half a pair, beyond the last character, a character that its text's end cuts off.
        Stream<String> malformed =
                Stream.of("\u00C0\u00A2", "\u00ED\u00A0\u0080", "\u00F5\u0080\u0080\u0080", "\u00E6\u00BC");
        return Stream.concat(
                Stream.of("ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE")
                        .map(Charset::forName)
                        .map(answer::getBytes),
                malformed.map(bytes -> answer.replace("é", bytes).getBytes(ISO_8859_1)));
    }

    @Test
    void dataMayBeMissing() {
        CentralPage central = legacy("{\"maxCursor\":9}", legacy -> legacy.centralRecords(3, 5, site.received::add));
        assertThat(central).isEqualTo(new CentralPage(0, 3, 9));
        for (String answer : List.of("{\"queueLength\":0}", "{\"queueLength\":0,\"data\":null}")) {
            QueuePage queue = legacy(answer, legacy -> legacy.queuedRecords(5, site.received::add));
            assertThat(queue).isEqualTo(new QueuePage(0, List.of()));
        }
    }

    @Test
    void recordDataMayBeMissing() {
        legacy("""
                {"queueLength":2,"data":[{"syncOutId":"1","tableName":"item","recordId":"a","action":"delete"},
                {"syncOutId":"2","tableName":"item","recordId":"b","action":"Delete","recordData":null}]}
                """, legacy -> legacy.queuedRecords(5, site.received::add));
        assertThat(site.received)
                .containsExactly(
                        new WireRecord(new RecordKey("item", "a"), Action.DELETE, "{}"),
                        new WireRecord(new RecordKey("item", "b"), Action.DELETE, "{}"));
    }

    @ParameterizedTest
    @CsvSource({
        "insert, UPSERT", "Insert, UPSERT", "update, UPSERT", "Update, UPSERT",
        "delete, DELETE", "Delete, DELETE", "merge, MERGE", "Merge, MERGE"
    })
    void actionsComeInBothCases(String word, Action action) {
        legacy(central(word), legacy -> legacy.centralRecords(0, 5, site.received::add));
        assertThat(site.received).extracting(WireRecord::action).containsExactly(action);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSERT", "upsert", "", " insert", "mErge"})
    void noOtherSpelling(String word) {
        CentralFailure failure =
                failure(() -> legacy(central(word), legacy -> legacy.centralRecords(0, 5, site.received::add)));
        assertThat(failure.code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
        assertThat(failure.detail()).isEqualTo("action: unknown '" + word + "'");
    }

    private static String central(String action) {
        return ("{\"maxCursor\":1,\"data\":[{\"ID\":1,\"tableName\":\"t\",\"recordId\":\"r\",\"action\":\"%s\","
                        + "\"recordData\":{}}]}")
                .formatted(action);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "7",
                "",
                "{\"maxCursor\":1",
                "{\"maxCursor\":1}x",
                "{\"data\":[]}",
                "{\"maxCursor\":\"1\"}",
                "{\"maxCursor\":1.5}",
                "{\"maxCursor\":99999999999999999999}",
                "{\"maxCursor\":1,\"data\":{}}",
                "{\"maxCursor\":1,\"data\":[7]}",
                "{\"maxCursor\":1,\"data\":[{\"tableName\":\"t\",\"recordId\":\"r\",\"action\":\"insert\"}]}",
                "{\"maxCursor\":1,\"data\":[{\"ID\":1,\"recordId\":\"r\",\"action\":\"insert\"}]}",
                "{\"maxCursor\":1,\"data\":[{\"ID\":1,\"tableName\":\"t\",\"action\":\"insert\"}]}",
                "{\"maxCursor\":1,\"data\":[{\"ID\":1,\"tableName\":\"t\",\"recordId\":\"r\"}]}",
                "{\"maxCursor\":1,\"data\":[{\"ID\":1,\"tableName\":\"t\",\"recordId\":5,\"action\":\"insert\"}]}",
                "{\"maxCursor\":1,\"data\":[{\"ID\":0,\"tableName\":\"t\",\"recordId\":\"r\",\"action\":\"insert\"}]}"
            })
    void wrongPages(String answer) {
        CentralFailure failure =
                failure(() -> legacy(answer, legacy -> legacy.centralRecords(0, 5, site.received::add)));
        assertThat(failure).isInstanceOf(CentralFailure.Unreadable.class);
        assertThat(failure.code()).isEqualTo(FailureCode.UNREADABLE_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"end_cursor\":9,\"total_records\":5,\"records\":[],\"is_last_batch\":false}",
                "{\"end_cursor\":9,\"total_records\":0,\"is_last_batch\":true}",
                "{\"end_cursor\":9,\"records\":[],\"is_last_batch\":true}",
                "{\"total_records\":0,\"records\":[],\"is_last_batch\":true}",
                "{\"end_cursor\":9,\"total_records\":0,\"records\":[]}",
                "{\"end_cursor\":9,\"total_records\":0,\"records\":[],\"is_last_batch\":1}",
                "[]",
                "null"
            })
    void wrongPulls(String data) {
        assertThat(failure(() -> pull(0, data))).isInstanceOf(CentralFailure.Unreadable.class);
        assertThat(site.received).isEmpty();
    }

    @Test
    void aPullNeverGoesBack() {
        String data = """
                {"end_cursor":3,"total_records":9,"records":[{"cursor":3,"record":{"tableName":"t","recordId":"r",
                "action":"Update","recordData":{}}}],"is_last_batch":%s}
                """;
        assertThat(failure(() -> pull(5, data.formatted("false")))).isInstanceOf(CentralFailure.Unreadable.class);
        assertThat(failure(() -> pull(5, data.formatted("true")))).isInstanceOf(CentralFailure.Unreadable.class);
        assertThat(pull(3, data.formatted("false")).nextCursor()).isEqualTo(4);
    }

    @Test
    void neitherDataNorError() {
        try (ScriptedServer server = ScriptedServer.answering(200, "{}")) {
            assertThat(failure(site.open(server.url())::integrating).detail()).isEqualTo("data is missing");
        }
    }

    /** Counts that contradict the page are no reason to fail; progress must not run past its total. */
    @Test
    void countsAreNeverSmallerThanThePage() {
        String queue =
                "{\"queueLength\":0,\"data\":[{\"syncOutId\":\"1\",\"tableName\":\"t\",\"recordId\":\"r\",\"action\":\"insert\"}]}";
        assertThat(legacy(queue, legacy -> legacy.queuedRecords(5, site.received::add))
                        .queueLength())
                .isEqualTo(1);
        assertThat(pull(
                                0,
                                "{\"end_cursor\":1,\"total_records\":0,\"records\":[{\"cursor\":1,\"record\":{\"tableName\":\"t\","
                                        + "\"recordId\":\"r\",\"action\":\"Update\",\"recordData\":{}}}],\"is_last_batch\":true}")
                        .totalRecords())
                .isEqualTo(1);
    }

    @Test
    void statusesAndSitesThatTheProtocolDoesNotKnow() {
        assertThat(failure(() -> legacy("{\"code\":\"asleep\",\"message\":\"\"}", LegacyCentral::status))
                        .code())
                .isEqualTo(FailureCode.UNREADABLE_ANSWER);
        String info = "{\"id\":\"x\",\"siteId\":%s,\"initialisationStatus\":\"%s\",\"omSupplyCentralServerUrl\":\"%s\","
                + "\"isOmSupplyCentralServer\":false,\"mSupplyCentralSiteId\":1}";
        assertThat(failure(() -> legacy(info.formatted("2", "half", ""), LegacyCentral::site))
                        .code())
                .isEqualTo(FailureCode.UNREADABLE_ANSWER);
        assertThat(failure(() -> legacy(info.formatted("\"2\"", "new", ""), LegacyCentral::site))
                        .detail())
                .isEqualTo("siteId: a whole number was expected");
        assertThat(failure(() -> legacy("{\"integrationStarted\":\"yes\"}", legacy -> legacy.push(0, List.of())))
                        .code())
                .isEqualTo(FailureCode.UNREADABLE_ANSWER);
        assertThat(legacy(info.formatted("2", "completed", "https://open.example/"), LegacyCentral::site)
                        .openServer())
                .hasHost("open.example");
        for (String broken : List.of("", "open.example", "ftp://open.example")) {
            SiteInfo site = legacy(info.formatted("2", "completed", broken), LegacyCentral::site);
            assertThat(failure(site::openServer).code()).isEqualTo(FailureCode.V6_NOT_CONFIGURED);
        }
    }

    @Test
    void whatTheSinkThrowsComesOutUnchanged() {
        IllegalStateException mine = new IllegalStateException("the database is away");
        assertThatThrownBy(() -> legacy(
                        central("insert"),
                        legacy -> legacy.centralRecords(0, 5, record -> {
                            throw mine;
                        })))
                .isSameAs(mine);
    }

    @Test
    void nothingIsEverAskedForZeroRecords() {
        assertThatThrownBy(() -> legacy("{}", legacy -> legacy.queuedRecords(0, site.received::add)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> legacy("{}", legacy -> legacy.centralRecords(0, 0, site.received::add)))
                .isInstanceOf(IllegalArgumentException.class);
        try (ScriptedServer server = ScriptedServer.answering(200, "{}")) {
            OpenCentral open = site.open(server.url());
            assertThatThrownBy(() -> open.pull(0, 0, true, site.received::add))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void deletesArePushedWithoutData() {
        List<OutgoingRecord> records = List.of(
                new OutgoingRecord(
                        12, new WireRecord(new RecordKey("Location", "a"), Action.UPSERT, "{\"z\":1.0,\"a\":\"é\"}")),
                new OutgoingRecord(
                        13, new WireRecord(new RecordKey("Location", "b"), Action.DELETE, "{\"ID\":\"b\"}")));
        try (ScriptedServer server = ScriptedServer.answering(200, "{\"integrationStarted\":false}")) {
            site.legacy(server.url()).push(2, records);
            assertThat(server.asked().getFirst().body())
                    .isEqualTo("{\"queueLength\":2,\"data\":[{\"syncOutId\":\"12\",\"tableName\":\"Location\","
                            + "\"recordId\":\"a\",\"action\":\"Update\",\"recordData\":{\"z\":1.0,\"a\":\"é\"}},"
                            + "{\"syncOutId\":\"13\",\"tableName\":\"Location\",\"recordId\":\"b\","
                            + "\"action\":\"Delete\",\"recordData\":null}]}");
        }
    }
}
