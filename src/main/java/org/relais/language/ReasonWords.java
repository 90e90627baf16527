package org.relais.language;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import org.relais.catalogue.RecordKey;
import org.relais.record.Reason;
import org.relais.record.ReasonKind;
import org.springframework.stereotype.Component;

/** Why a record was set aside, or cannot be sent, and what can be done about it, in plain words of every language. */
@Component
public class ReasonWords {

    private final I18NProvider translations;

    ReasonWords(I18NProvider translations) {
        this.translations = translations;
    }

    /** A few words for a kind of reason. */
    public String title(ReasonKind kind, Locale locale) {
        return translations.getTranslation("reason." + kind.key() + ".title", locale);
    }

    /** One sentence that says why, with the field and the missing record where it is about them. */
    public String text(Reason reason, Locale locale) {
        Optional<RecordKey> missing = reason.missingRecord();
        return translations.getTranslation(
                "reason." + reason.kind().key() + ".text",
                locale,
                reason.field() == null ? "–" : reason.field(),
                missing.map(RecordKey::table).orElse("–"),
                missing.map(RecordKey::id).orElse("–"));
    }

    /** What to do about a record that came in and was set aside. */
    public String advice(Reason reason, Locale locale) {
        return translations.getTranslation("reason.advice." + group(reason.kind()), locale);
    }

    private static String group(ReasonKind kind) {
        return switch (kind) {
            case REFERENCE_MISSING -> "waits";
            case UNKNOWN_TYPE -> "unknown";
            case DELETE_REFUSED, DELETE_UNSUPPORTED, MERGE_UNSUPPORTED -> "refused";
            case DATABASE, FAULT, TOO_LARGE -> "fault";
            default -> "broken";
        };
    }
}
