package org.relais.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.catalogue.ProblemKind;
import org.relais.catalogue.RecordKey;
import org.relais.central.FailureCode;
import org.relais.record.Reason;
import org.springframework.stereotype.Component;

/** Why a record was set aside, or cannot be sent, and what can be done about it, in plain words of every language. */
@Component
public class ReasonWords {

    private static final String OTHER = "other";

    private static final Set<String> KNOWN = Stream.concat(
                    Stream.of(
                            Reason.REFERENCE_MISSING,
                            Reason.UNKNOWN_TYPE,
                            Reason.BAD_ID,
                            Reason.TOO_LARGE,
                            Reason.DELETE_REFUSED,
                            Reason.DELETE_UNSUPPORTED,
                            Reason.MERGE_UNSUPPORTED,
                            Reason.MERGE_UNREADABLE,
                            Reason.DATABASE,
                            Reason.FAULT,
                            Reason.FOREIGN_STORE,
                            FailureCode.RECORD_REFUSED.name()),
                    Stream.of(ProblemKind.values()).map(Enum::name))
            .collect(Collectors.toUnmodifiableSet());

    private final I18NProvider translations;

    ReasonWords(I18NProvider translations) {
        this.translations = translations;
    }

    /** A few words for a kind of reason, as in {@link Reason#kind()}; also for one that this version has no words for. */
    public String title(String kind, Locale locale) {
        return translations.getTranslation("reason." + key(kind) + ".title", locale);
    }

    /** One sentence that says why, with the field and the missing record where it is about them. */
    public String text(Reason reason, Locale locale) {
        Optional<RecordKey> missing = reason.missingRecord();
        return translations.getTranslation(
                "reason." + key(reason.kind()) + ".text",
                locale,
                reason.field() == null ? "–" : reason.field(),
                missing.map(RecordKey::table).orElse("–"),
                missing.map(RecordKey::id).orElse("–"));
    }

    /** What to do about a record that came in and was set aside. */
    public String advice(Reason reason, Locale locale) {
        return translations.getTranslation("reason.advice." + group(reason.kind()), locale);
    }

    private static String group(String kind) {
        return switch (kind) {
            case Reason.REFERENCE_MISSING -> "waits";
            case Reason.UNKNOWN_TYPE -> "unknown";
            case Reason.DELETE_REFUSED, Reason.DELETE_UNSUPPORTED, Reason.MERGE_UNSUPPORTED -> "refused";
            case Reason.DATABASE, Reason.FAULT, Reason.TOO_LARGE -> "fault";
            default -> "broken";
        };
    }

    private static String key(String kind) {
        return KNOWN.contains(kind) ? kind.toLowerCase(Locale.ROOT).replace('_', '-') : OTHER;
    }
}
