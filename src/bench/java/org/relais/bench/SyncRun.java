package org.relais.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A run that has ended, as the site tells it.
 *
 * @param steps by their words, in their order
 */
record SyncRun(Duration took, Map<String, Step> steps) {

    /** @param sent null where the step sends nothing */
    record Step(Duration took, long done, Long sent) {}

    /** @throws IllegalStateException when the run did not succeed */
    static SyncRun of(JsonNode run) {
        if (!run.get("outcome").asString().equals("succeeded")) {
            throw new IllegalStateException("the run failed: " + run);
        }
        Map<String, Step> steps = new LinkedHashMap<>();
        for (JsonNode step : run.get("steps")) {
            steps.put(
                    step.get("step").asString(),
                    new Step(
                            step.hasNonNull("startedAt") ? between(step) : Duration.ZERO,
                            step.hasNonNull("done") ? step.get("done").asLong() : 0,
                            step.hasNonNull("sent") ? step.get("sent").asLong() : null));
        }
        return new SyncRun(between(run), steps);
    }

    private static Duration between(JsonNode part) {
        return Duration.between(
                Instant.parse(part.get("startedAt").asString()),
                Instant.parse(part.get("finishedAt").asString()));
    }
}
