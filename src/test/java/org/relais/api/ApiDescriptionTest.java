package org.relais.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the HTTP interface against the interface, and against what was agreed upon. */
class ApiDescriptionTest extends ApiSite {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping controllers;

    /** The shapes of the product's description, section 7; a question mark says that the field may be null. */
    private static final Map<String, List<String>> SHAPES = Map.of(
            "Sync", List.of("running", "paused", "pending", "nextRunAt?", "current?", "last?", "lastSuccess?"),
            "Run", List.of("id", "trigger", "startedAt", "finishedAt?", "outcome", "steps", "error?", "sameness?"),
            "Step", List.of("step", "state", "total?", "done?", "sent?", "startedAt?", "finishedAt?", "error?"),
            "Error", List.of("code", "message", "hint", "server?", "call?", "detail"),
            "Records", List.of("tables", "failed"),
            "RecordCount", List.of("table", "stored", "waiting", "failed"),
            "FailedRecord", List.of("table", "id", "reason", "since"),
            "Version", List.of("version", "builtAt"));

    @Test
    void shapesAreThoseThatWereAgreedUpon() throws Exception {
        JsonNode schemas = description().at("/components/schemas");
        for (Map.Entry<String, List<String>> shape : SHAPES.entrySet()) {
            JsonNode schema = schemas.get(shape.getKey());
            List<String> fields = new ArrayList<>();
            schema.get("properties")
                    .properties()
                    .forEach(field -> fields.add(field.getKey() + (nullable(field.getValue()) ? "?" : "")));
            assertThat(fields).as(shape.getKey()).containsExactlyElementsOf(shape.getValue());
            assertThat(schema.get("required")).hasSize(fields.size());
        }
        assertThat(words(schemas, "Run", "trigger")).containsExactly("schedule", "person", "api", "setup", "recovery");
        assertThat(words(schemas, "Run", "outcome"))
                .containsExactly("running", "succeeded", "partial", "failed", "cancelled", "interrupted");
        assertThat(words(schemas, "Step", "state")).containsExactly("pending", "active", "done", "failed", "skipped");
        assertThat(words(schemas, "Step", "step"))
                .containsExactlyInAnyOrder(
                        "prepare", "push-v6", "push", "pull-central", "pull-remote", "pull-v6", "integrate");
        assertThat(words(schemas, "Error", "server")).startsWith("legacy", "open");
    }

    private static boolean nullable(JsonNode property) {
        return property.path("type").toString().contains("\"null\"")
                || property.path("oneOf").toString().contains("\"null\"");
    }

    private static List<String> words(JsonNode schemas, String schema, String field) {
        List<String> words = new ArrayList<>();
        schemas.at("/" + schema + "/properties/" + field + "/enum").forEach(word -> words.add(word.asString()));
        return words;
    }

    @Test
    void everyEndpointIsInIt() throws Exception {
        Set<String> endpoints = new TreeSet<>(Set.of("get /actuator/health", "get /actuator/prometheus"));
        for (RequestMappingInfo mapping : controllers.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/") && !path.startsWith("/api/v1/openapi")) {
                    assertThat(mapping.getMethodsCondition().getMethods())
                            .as(path)
                            .isNotEmpty();
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        endpoints.add(method.name().toLowerCase(java.util.Locale.ROOT) + " " + path);
                    }
                }
            }
        }

        assertThat(calls(description()).keySet()).containsExactlyInAnyOrderElementsOf(endpoints);
        assertThat(endpoints).hasSizeGreaterThan(7);
    }

    @Test
    void everyCallIsExplainedWithItsErrorsAndItsDoors() throws Exception {
        JsonNode description = description();
        calls(description).forEach((name, call) -> {
            assertThat(call.path("summary").asString()).as(name).isNotBlank();
            assertThat(call.path("description").asString()).as(name).isNotBlank();
            assertThat(call.path("operationId").asString()).as(name).isNotBlank();
            assertThat(call.path("security").toString()).as(name).contains("\"basic\"", "\"token\"");
            if (name.contains("/api/")) {
                assertThat(call.path("responses").propertyNames()).as(name).contains("400", "401", "403", "429", "503");
                call.path("responses").properties().stream()
                        .filter(answer -> answer.getKey().matches("[45].."))
                        .forEach(answer -> assertThat(
                                        answer.getValue().at("/content").propertyNames())
                                .containsExactly("application/problem+json"));
            }
        });
        Matcher references = Pattern.compile("\"#(/[^\"]+)\"").matcher(description.toString());
        int found = 0;
        while (references.find()) {
            assertThat(description.at(references.group(1)).isMissingNode())
                    .as(references.group())
                    .isFalse();
            found++;
        }
        assertThat(found).isGreaterThan(10);
        assertThat(description.toString()).doesNotContain("http://", "https://", "externalDocs");
        assertThat(description.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void thereIsOneInYamlToo() throws Exception {
        assertThat(call("GET", "/api/v1/openapi.yaml", "en").body()).startsWith("openapi: 3.1");
    }

    private JsonNode description() throws Exception {
        return json(call("GET", "/api/v1/openapi", "en"));
    }

    private static Map<String, JsonNode> calls(JsonNode description) {
        Map<String, JsonNode> calls = new LinkedHashMap<>();
        description.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(call -> calls.put(call.getKey() + " " + path.getKey(), call.getValue())));
        return calls;
    }
}
