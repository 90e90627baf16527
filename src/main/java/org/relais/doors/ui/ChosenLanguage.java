package org.relais.doors.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.relais.language.Languages;
import org.relais.people.SignedInUser;
import org.relais.people.UserLanguages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The language that somebody chose on the sign-in page: the form carries it along, through refusals too, and whoever signs in
 * with it has said just now what to be spoken to in, so it takes the place of what the account knew. The browser's cookie is no
 * such word: on a shared tablet it may be another person's, of last month.
 */
@Component
class ChosenLanguage {

    /** With which the page is asked for in another language, and which the form sends along. */
    static final String PARAMETER = "language";

    private static final Logger log = LoggerFactory.getLogger(ChosenLanguage.class);

    private final Languages languages;
    private final UserLanguages accounts;

    ChosenLanguage(Languages languages, UserLanguages accounts) {
        this.languages = languages;
        this.accounts = accounts;
    }

    /** What a request for the page, or its form, says; empty where nothing was chosen, and for what is not offered. */
    Optional<Locale> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(languages::offering);
    }

    /** Signing in must not fail for the language's sake. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser person
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            in(attributes.getRequest()).ifPresent(language -> keep(person, language));
        }
    }

    private void keep(SignedInUser person, Locale language) {
        try {
            accounts.choose(person.id(), language);
        } catch (DataAccessException notKept) {
            log.warn("The language that {} chose was not kept", person.id(), notKept);
        }
    }

    /** The same for the address that a refused form is led to: empty, or what to put behind the other parameters. */
    static String goesAlong(HttpServletRequest request) {
        String chosen = request.getParameter(PARAMETER);
        return chosen != null && chosen.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
                ? "&" + PARAMETER + "=" + chosen
                : "";
    }
}
