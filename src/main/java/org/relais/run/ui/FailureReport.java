package org.relais.run.ui;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.Failure;

/**
 * What support needs to know of a failure, in a person's language.
 *
 * @param failure the failure
 * @param failures the words of servers and failures
 * @param phrases the language
 */
public record FailureReport(Failure failure, FailureWords failures, Phrases phrases) {

    /** What failed, in one sentence. */
    String title() {
        return failures.text(failure.code(), failure.server(), phrases.locale());
    }

    /** What is known beyond that but the moment, in order, each with the word for it. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (failure.server() != null) {
            facts.put(phrases.text("error.server"), failures.server(failure.server(), phrases.locale()));
        }
        if (failure.call() != null) {
            facts.put(phrases.text("error.call"), failure.call());
        }
        facts.put(phrases.text("error.code"), failure.code().key());
        if (!failure.detail().isBlank()) {
            facts.put(phrases.text("error.detail"), failure.detail());
        }
        return facts;
    }

    /** When, as people say it. */
    String moment(Instant now) {
        return phrases.moment(failure.at(), now);
    }

    /** All of it as lines of text, with the moment as machines write it. */
    public String text() {
        StringJoiner lines = new StringJoiner("\n");
        lines.add(title());
        facts().forEach((word, fact) -> lines.add(word + ": " + fact));
        lines.add(phrases.text("error.at") + ": " + failure.at());
        return lines.toString();
    }
}
