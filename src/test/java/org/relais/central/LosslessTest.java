package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.relais.catalogue.WireRecord;
import tools.jackson.core.io.JsonStringEncoder;

/** Whatever object a server sends as a record, its text comes through to the sink over real HTTP. */
class LosslessTest {

    private static final AtomicReference<String> data = new AtomicReference<>();
    private static ScriptedServer server;
    private static CentralServers servers;

    @BeforeContainer
    static void start() {
        server = new ScriptedServer(exchange -> ScriptedServer.json(
                exchange,
                200,
                "{\"maxCursor\":1,\"data\":[{\"recordData\":" + data.get()
                        + ",\"ID\":1,\"tableName\":\"t\",\"recordId\":\"r\",\"action\":\"insert\"}]}"));
        servers = new TestSite().servers(Wire.CONNECT_TIMEOUTS, Duration.ofSeconds(20), TestSite.trusted());
    }

    @AfterContainer
    static void stop() {
        servers.close();
        server.close();
    }

    @Property(tries = 200)
    void anyObjectSurvives(@ForAll("objects") String object) {
        data.set(object);
        AtomicReference<WireRecord> received = new AtomicReference<>();
        servers.legacy(TestSite.credentials(server.url())).centralRecords(0, 1, received::set);
        assertThat(received.get().data()).isEqualTo(object);
    }

    /** Compact JSON text, in which numbers keep every digit and keys may hold anything, even come twice. */
    @Provide
    Arbitrary<String> objects() {
        return values(3).list().ofMaxSize(6).flatMap(values -> keys().list()
                .ofSize(values.size())
                .map(keys -> object(keys, values)));
    }

    private static Arbitrary<String> values(int depth) {
        Arbitrary<String> scalars = Arbitraries.oneOf(
                Arbitraries.of("true", "false", "null", "0", "-0", "1.0", "0.10", "1E400", "-1.50e-7"),
                Arbitraries.bigDecimals().map(number -> number.toPlainString()),
                Arbitraries.bigIntegers().map(number -> number.toString()),
                keys());
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<List<String>> inner = values(depth - 1).list().ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(6, scalars),
                Tuple.of(1, inner.map(values -> "[" + String.join(",", values) + "]")),
                Tuple.of(
                        1, inner.map(values -> object(Collections.nCopies(values.size(), "\"charge code\""), values))));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.strings()
                .withChars("aZ_ \"\\/\n\t\u0001é—ñ漢")
                .withChars('\u0000', '\u001f')
                .ofMaxLength(12)
                .map(text -> "\"" + encoded(text) + "\"");
    }

    private static String encoded(String text) {
        // Jackson spells control characters in upper case hex digits, this project in lower case ones.
        StringBuilder lower = new StringBuilder();
        for (String part : new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)).split("(?=\\\\u)")) {
            lower.append(part.startsWith("\\u") ? part.substring(0, 6).toLowerCase() + part.substring(6) : part);
        }
        return lower.toString();
    }

    private static String object(List<String> keys, List<String> values) {
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < keys.size(); i++) {
            object.append(i == 0 ? "" : ",").append(keys.get(i)).append(':').append(values.get(i));
        }
        return object.append('}').toString();
    }
}
