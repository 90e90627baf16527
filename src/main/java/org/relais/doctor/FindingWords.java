package org.relais.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;

/**
 * What findings say in one language.
 *
 * @param now the moment that moments are told from
 */
public record FindingWords(Phrases phrases, Instant now) {

    /** What was examined. */
    public String title(CheckName check) {
        return phrases.text("doctor.check." + check.key());
    }

    /** How it is, in a word or two. */
    public String state(Finding finding) {
        return phrases.text("doctor.state." + finding.state());
    }

    /** What the finding means. */
    public String meaning(Finding finding) {
        return switch (finding.words()) {
            case Words.Sentence sentence -> phrases.text("doctor." + sentence.key(), said(sentence));
            case Words.Failed failed -> failures().text(failed.code(), failed.server(), phrases.locale());
            case Words.NotTried(CheckName because) -> phrases.text("doctor.not-tried", title(because));
        };
    }

    /** What to do about it; empty where there is nothing to do. */
    public Optional<String> advice(Finding finding) {
        return switch (finding.words()) {
            case Words.Sentence sentence
            when sentence.advised() -> Optional.of(phrases.text("doctor." + sentence.key() + ".do", said(sentence)));
            case Words.Sentence nothing -> Optional.empty();
            case Words.Failed failed -> Optional.of(failures().hint(failed.code(), failed.server(), phrases.locale()));
            case Words.NotTried notTried -> Optional.empty();
        };
    }

    /** The technical cause, for the support team; empty where there is none. */
    public Optional<String> detail(Finding finding) {
        return finding.words() instanceof Words.Failed failed ? Optional.of(failed.detail()) : Optional.empty();
    }

    private FailureWords failures() {
        return FailureWords.of(phrases);
    }

    private Object[] said(Words.Sentence sentence) {
        return sentence.facts().stream().map(this::said).toArray();
    }

    private Object said(Object fact) {
        return switch (fact) {
            case Words.Bytes bytes -> phrases.bytes(bytes.number());
            case Duration duration -> phrases.duration(duration);
            case Instant moment -> phrases.moment(moment, now);
            default -> fact;
        };
    }
}
