package org.relais.language;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The languages that the pages are offered in, and which of them a visitor gets: the one chosen before, else the browser's. */
@Component
public class Languages {

    static final String COOKIE = "relais-language";

    private final List<Locale> offered;

    Languages(I18NProvider translations) {
        this.offered = List.copyOf(translations.getProvidedLocales());
    }

    /** Every language that has a bundle, English first; never empty. */
    public List<Locale> offered() {
        return offered;
    }

    /** The language for a visitor: the remembered choice, else the first of the browser's that is offered, else English. */
    public Locale of(VaadinRequest request) {
        return remembered(request)
                .or(() -> best(Collections.list(request.getLocales())))
                .orElse(Locale.ENGLISH);
    }

    /**
     * The language for a program.
     *
     * @param acceptLanguage the header as it came, or null
     * @return English where nothing fits
     */
    public Locale ofProgram(String acceptLanguage) {
        try {
            Locale best =
                    acceptLanguage == null ? null : Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), offered);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    /** The language for a visitor of a page that is made without Vaadin: see {@link #of}. */
    public Locale ofVisitor(HttpServletRequest request) {
        return of(new VaadinServletRequest(request, null));
    }

    /** The offered language with that tag, in any case; empty for every other text. */
    public Optional<Locale> offering(String tag) {
        return offered.stream()
                .filter(locale -> locale.toLanguageTag().equalsIgnoreCase(tag))
                .findFirst();
    }

    /** A language in its own words. */
    public static String ownName(Locale locale) {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /**
     * By which the browser remembers a choice for a year.
     *
     * @param secure whether the browser came over TLS
     */
    public static Cookie cookie(Locale locale, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, locale.toLanguageTag());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        return cookie;
    }

    Optional<Locale> best(List<Locale> wanted) {
        return wanted.stream()
                .flatMap(locale -> offering(locale.toLanguageTag()).or(() -> offering(locale.getLanguage())).stream())
                .findFirst();
    }

    private Optional<Locale> remembered(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .findFirst()
                .flatMap(cookie -> offering(cookie.getValue()));
    }
}
