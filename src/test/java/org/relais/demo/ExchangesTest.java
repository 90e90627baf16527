package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recorded session of a real site is played again: the servers' answers have the shapes of the recorded ones. */
class ExchangesTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> LEFT_OUT = Set.of("accept-encoding", "authorization");

    private static DemoNetwork network;
    private static JsonNode exchanges;

    @BeforeAll
    static void start() throws IOException {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ZERO));
        try (InputStream in = ExchangesTest.class.getResourceAsStream("/exchanges/exchanges.json")) {
            exchanges = MAPPER.readTree(in);
        }
    }

    @AfterAll
    static void stop() {
        network.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAsRecorded() {
        return exchanges
                .valueStream()
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.get("method").stringValue()
                                + ' '
                                + exchange.get("path").stringValue(),
                        () -> replay(exchange)));
    }

    private static void replay(JsonNode exchange) {
        HttpResponse<String> answer = Caller.send(request(exchange));
        assertThat(answer.statusCode()).isEqualTo(exchange.get("status").intValue());
        if (exchange.get("answer").isNull()) {
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(answer.headers().firstValue("content-type").orElseThrow())
                    .startsWith("application/json");
            assertSameShape("", exchange.get("answer"), MAPPER.readTree(answer.body()));
        }
    }

    private static HttpRequest request(JsonNode exchange) {
        boolean legacy = exchange.get("server").stringValue().equals("legacy");
        DemoSite site = network.sites().getFirst();
        HttpRequest.Builder request = HttpRequest.newBuilder((legacy ? network.legacyUrl() : network.openUrl())
                .resolve(exchange.get("path").stringValue()));
        exchange.get("headers").properties().stream()
                .filter(header -> !LEFT_OUT.contains(header.getKey()))
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().stringValue()));
        String pair = site.name() + ':' + site.passwordSha256();
        request.header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        String body = exchange.get("body").isNull()
                ? ""
                : exchange.get("body")
                        .toString()
                        .replace("\"site1\"", '"' + site.name() + '"')
                        .replace(
                                "d74ff0ee8da3b9806b18c877dbf29bbde50b5bd8e4dad7a3a725000feb82e8f1",
                                site.passwordSha256())
                        .replace(
                                "\"username\":\"pharma\",\"password\":\"pharma\"",
                                "\"username\":\"pharmacien\",\"password\":\"pass\"");
        return request.method(exchange.get("method").stringValue(), HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** The same keys with values of the same types; of lists the first elements; what a record holds is its table's affair. */
    private static void assertSameShape(String at, JsonNode recorded, JsonNode answered) {
        assertThat(answered.getNodeType()).as(at).isEqualTo(recorded.getNodeType());
        if (recorded.isObject()) {
            assertThat(keys(answered)).as(at).isEqualTo(keys(recorded));
            for (Map.Entry<String, JsonNode> field : recorded.properties()) {
                if (field.getKey().equals("recordData")) {
                    assertThat(answered.get("recordData").isObject()).isTrue();
                } else {
                    assertSameShape(at + '/' + field.getKey(), field.getValue(), answered.get(field.getKey()));
                }
            }
        } else if (recorded.isArray() && !recorded.isEmpty() && !answered.isEmpty()) {
            assertSameShape(at + "/0", recorded.get(0), answered.get(0));
        }
    }

    private static List<String> keys(JsonNode object) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        object.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
        return List.copyOf(sorted.keySet());
    }
}
