package org.relais.catalogue;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Holds records against the description of their type, in one pass over their text and with no more memory than the few
 * values that are asked for: a million records go through it in a first synchronisation.
 */
final class RecordChecker {

    private final CheckPlan plan;

    RecordChecker(RecordDescription description) {
        this.plan = new CheckPlan(description);
    }

    CheckedRecord check(String json) {
        CheckPass pass = new CheckPass(plan);
        try (JsonParser parser = JsonCopy.parser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return unreadable(ProblemKind.NOT_AN_OBJECT, "the record is no JSON object");
            }
            pass.record(parser);
            if (parser.nextToken() != null) {
                return unreadable(ProblemKind.BROKEN_JSON, "something follows the record's JSON object");
            }
        } catch (JacksonException e) {
            return unreadable(ProblemKind.BROKEN_JSON, e.getOriginalMessage());
        }
        return pass.result();
    }

    private CheckedRecord unreadable(ProblemKind kind, String detail) {
        return new CheckedRecord(
                null, List.of(), plan.noReferences(), plan.namesNone(), List.of(new Problem(kind, "", detail)));
    }
}
