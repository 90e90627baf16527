package org.relais.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.CallObserver;
import org.relais.central.FailureCode;
import org.relais.central.Traffic;
import org.relais.run.Trigger;
import org.springframework.beans.factory.annotation.Autowired;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alert rules in docs/monitoring name only what a site really measures. */
class MonitoringFilesTest extends ApiSite {

    private static final Path DASHBOARD = Path.of("docs", "monitoring", "relais-dashboard.json");
    private static final Path RULES = Path.of("docs", "monitoring", "relais-alerts.yml");

    /** Given by Prometheus itself to all that it reads. */
    private static final Set<String> PROMETHEUS_LABELS = Set.of("instance", "job");

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TEMPLATE_LABEL = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)");
    private static final Pattern VARIABLE = Pattern.compile("label_values\\((\\w+), *(\\w+)\\)");

    @Autowired
    private CallObserver calls;

    /** Per metric, its labels, each with the values that it has. */
    private final Map<String, Map<String, Set<String>>> measured = new HashMap<>();

    @BeforeEach
    void measure() throws Exception {
        synchroniser.start(Trigger.API, null);
        ended();
        for (FailureCode failure : FailureCode.values()) {
            calls.made(CentralServer.LEGACY, failure, Duration.ofMillis(1), new Traffic(1, 1));
        }
        Matcher sample =
                SAMPLE.matcher(call("GET", "/actuator/prometheus", "en").body());
        while (sample.find()) {
            Map<String, Set<String>> labels = measured.computeIfAbsent(sample.group(1), name -> new HashMap<>());
            Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (label.find()) {
                labels.computeIfAbsent(label.group(1), name -> new TreeSet<>()).add(label.group(2));
            }
        }
        measured.put("up", Map.of());
    }

    @Test
    void theDashboardShowsWhatIsMeasured() throws Exception {
        JsonNode dashboard = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
        int queries = 0;
        for (JsonNode panel : dashboard.get("panels")) {
            for (JsonNode target : panel.path("targets")) {
                PromQl query = checked(target.get("expr").asString());
                assertTemplate(target.get("legendFormat").asString(), query);
                queries++;
            }
        }
        assertThat(queries).isGreaterThan(20);
        for (JsonNode variable : dashboard.at("/templating/list")) {
            Matcher values = VARIABLE.matcher(variable.path("definition").asString(""));
            if (values.matches()) {
                assertThat(measured).containsKey(values.group(1));
                assertThat(PROMETHEUS_LABELS).contains(values.group(2));
            }
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void theAlertsWatchWhatIsMeasured() throws Exception {
        Map<String, List<Map<String, Object>>> file = new Yaml().load(Files.readString(RULES));
        List<String> alerts = new ArrayList<>();
        for (Map<String, Object> group : file.get("groups")) {
            for (Map<String, Object> rule : (List<Map<String, Object>>) group.get("rules")) {
                alerts.add((String) rule.get("alert"));
                PromQl query = checked((String) rule.get("expr"));
                ((Map<String, String>) rule.get("annotations"))
                        .values()
                        .forEach(annotation -> assertTemplate(annotation, query));
            }
        }
        assertThat(alerts).hasSizeGreaterThan(10).doesNotHaveDuplicates();
    }

    /** Else the tests above would pass by reading nothing. */
    @Test
    void readsWhatAQueryNames() {
        PromQl query = PromQl.of(
                "sum by (instance, step) (rate(a_count{x!=\"b\",y=~\"c|d-e\",z=~\"$site\"}[1h])) > 0.5 * 86400"
                        + " unless on (job) b_total offset 5m or vector(0)");

        assertThat(query.labels()).containsExactlyInAnyOrder("instance", "step", "job");
        assertThat(query.selectors())
                .containsExactly(
                        new PromQl.Selector(
                                "a_count",
                                List.of(
                                        new PromQl.Condition("x", List.of("b")),
                                        new PromQl.Condition("y", List.of("c", "d-e")),
                                        new PromQl.Condition("z", List.of()))),
                        new PromQl.Selector("b_total", List.of()));
    }

    private PromQl checked(String text) {
        PromQl query = PromQl.of(text);
        assertThat(query.selectors()).as(text).isNotEmpty();
        for (PromQl.Selector selector : query.selectors()) {
            assertThat(measured).as(text).containsKey(selector.metric());
            Map<String, Set<String>> labels = measured.get(selector.metric());
            for (PromQl.Condition condition : selector.conditions()) {
                if (!PROMETHEUS_LABELS.contains(condition.label())) {
                    assertThat(labels).as(text).containsKey(condition.label());
                    assertThat(labels.get(condition.label())).as(text).containsAll(condition.values());
                }
            }
        }
        assertThat(known(query)).as(text).containsAll(query.labels());
        return query;
    }

    private void assertTemplate(String template, PromQl query) {
        Matcher label = TEMPLATE_LABEL.matcher(template);
        while (label.find()) {
            assertThat(known(query)).as(template).contains(label.group(1));
        }
    }

    private Set<String> known(PromQl query) {
        Set<String> known = new TreeSet<>(PROMETHEUS_LABELS);
        query.selectors()
                .forEach(
                        selector -> known.addAll(measured.get(selector.metric()).keySet()));
        return known;
    }
}
