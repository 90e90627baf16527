package org.relais.language;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people call the records of a table, in plain words of every language. */
@Component
public class RecordWords {

    private static final String TYPE = "record.type.";

    private final Translations translations;

    RecordWords(Translations translations) {
        this.translations = translations;
    }

    /** What one record of a table is: "Emplacement". Of a table that this version does not know there is its name only. */
    public String type(String table, Locale locale) {
        String key = TYPE + table;
        return translations.knows(key) ? translations.getTranslation(key, locale) : table;
    }

    /**
     * A record in one line: "Emplacement ZZ-58052 · Rayon froid".
     *
     * @param title what it is recognised by; empty for none, or one that the reader may not see
     */
    public String named(String table, Optional<String> title, Locale locale) {
        return title.map(name -> type(table, locale) + " " + name).orElseGet(() -> type(table, locale));
    }
}
