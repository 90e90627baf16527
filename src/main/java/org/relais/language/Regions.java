package org.relais.language;

import com.vaadin.flow.server.VaadinSession;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The regions that a visitor's browser names for its languages: dates and numbers are written as people there write them, also
 * in a language that was chosen on the page. A region that nobody knows is left out.
 *
 * @param ofLanguages the first region of each language
 */
record Regions(Map<String, String> ofLanguages) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** Parts of the world, as "es-419" is the Spanish of Latin America. */
    private static final String PART_OF_THE_WORLD = "\\d{3}";

    private static final Regions NONE = new Regions(Map.of());

    static Regions of(List<Locale> wanted) {
        Map<String, String> found = new HashMap<>();
        for (Locale locale : wanted) {
            String region = locale.getCountry();
            if (COUNTRIES.contains(region) || region.matches(PART_OF_THE_WORLD)) {
                found.putIfAbsent(locale.getLanguage(), region);
            }
        }
        return new Regions(Map.copyOf(found));
    }

    /** Those of the browser that a session belongs to. */
    static Regions of(VaadinSession session) {
        Regions kept = session == null ? null : session.getAttribute(Regions.class);
        return kept == null ? NONE : kept;
    }

    /** Keeps them with a session. */
    void keepIn(VaadinSession session) {
        session.setAttribute(Regions.class, this);
    }

    /** A language as it is written in the visitor's region; as it is where the browser names none for it. */
    Locale in(Locale language) {
        String region = ofLanguages.get(language.getLanguage());
        return region == null || !language.getCountry().isEmpty()
                ? language
                : new Locale.Builder().setLocale(language).setRegion(region).build();
    }
}
