package org.relais.doors.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.relais.language.Languages;
import org.relais.language.LinkMarkup;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.WebUtils;

/**
 * The page to sign in on. It is the first page that anyone loads, often over a slow link, and anybody may load it as often as they
 * like: so it is plain HTML, made without Vaadin, and leaves nothing behind on this server. Password managers know its form.
 */
@RestController
class SignInPage {

    /** A day, in seconds: what the address says beyond that was typed by hand. */
    private static final long LONGEST_WAIT = 86_400;

    /** A cookie of the browser's own script, {@code frontend/assets/relais.js}. */
    private static final String APPEARANCE = "relais-appearance";

    private static final Set<String> APPEARANCES = Set.of("light", "dark");

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final CurrentUser currentUser;
    private final FirstRun firstRun;
    private final Languages languages;
    private final ChosenLanguage chosenLanguage;
    private final PhraseBook phraseBook;
    private final BrowserSession sessions;
    private final Duration idle;

    /** In the page itself: over a slow link, every file that it waits for before it is painted costs as long as the page. */
    private final String style = look("relais.css") + look("alone.css");

    /** {@code idle} is how long nobody does anything before a session ends. */
    SignInPage(
            CurrentUser currentUser,
            FirstRun firstRun,
            Languages languages,
            ChosenLanguage chosenLanguage,
            PhraseBook phraseBook,
            BrowserSession sessions,
            @Value("${server.servlet.session.timeout}") Duration idle) {
        this.currentUser = currentUser;
        this.firstRun = firstRun;
        this.languages = languages;
        this.chosenLanguage = chosenLanguage;
        this.phraseBook = phraseBook;
        this.sessions = sessions;
        this.idle = idle;
    }

    @GetMapping(PagesDoor.LOGIN_PATH)
    ResponseEntity<String> page(HttpServletRequest request, HttpServletResponse response, CsrfToken token) {
        if (currentUser.find().isPresent()) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(HttpHeaders.LOCATION, request.getContextPath() + "/")
                    .build();
        }
        Optional<Locale> chosen = chosenLanguage.in(request);
        chosen.ifPresent(locale -> response.addCookie(Languages.cookie(locale, request.isSecure())));
        Locale locale = chosen.orElseGet(() -> languages.ofVisitor(request));
        return ResponseEntity.ok().contentType(PAGE).body(page(request, token, phraseBook.of(locale)));
    }

    private static String look(String file) {
        try {
            return new ClassPathResource("META-INF/resources/assets/" + file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("url\\((['\"]?)", "url($1assets/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(HttpServletRequest request, CsrfToken token, Phrases phrases) {
        SignInProblem problem = problem(request);
        boolean complete = firstRun.isComplete();
        if (problem.mayBeForTheFirstRun() && !complete) {
            problem = SignInProblem.UNCONFIGURED;
        } else if (problem == SignInProblem.UNCONFIGURED && complete) {
            problem = SignInProblem.NONE;
        }
        return """
                <!doctype html>
                <html lang="%1$s"%21$s>
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><title>%2$s</title>
                <link rel="icon" href="%3$s/assets/logo.svg">
                <style>%19$s</style>
                <script src="%3$s/assets/relais.js" defer></script><script src="%3$s/assets/live.js" defer></script>
                <script src="%3$s/assets/login.js" defer></script><script src="%3$s/assets/acts.js" defer></script></head>
                <body><main id="login" class="login">
                <div class="login-top">%16$s%4$s</div>
                <div class="login-card"><h1>Relais</h1><p>%5$s</p>
                %6$s
                <p id="login-offline" class="login-problem" role="alert" hidden>%17$s</p>
                %20$s
                <form method="post" action="login">
                <label for="username">%7$s</label>
                <input id="username" name="username" type="text" autocomplete="username" autocapitalize="none"
                 spellcheck="false" required autofocus>
                <label for="password">%8$s</label>
                <div class="login-password"><input id="password" name="password" type="password"
                 autocomplete="current-password" required>
                <button type="button" class="login-reveal" aria-label="%9$s" aria-pressed="false" data-show="%10$s"
                 data-hide="%11$s" hidden>%10$s</button></div>
                <button id="sign-in" type="submit">%12$s</button>
                <input type="hidden" name="%13$s" value="%14$s">%18$s
                </form>
                <p class="login-help">%15$s</p></div></main>
                <link rel="stylesheet" href="%3$s/assets/glyphs.css">
                <link rel="stylesheet" href="%3$s/assets/live.css"></body>
                </html>
                """.formatted(
                        phrases.locale().toLanguageTag(),
                        words(phrases, "login.title"),
                        request.getContextPath(),
                        languages(request, phrases),
                        words(phrases, "login.purpose"),
                        problem(problem, request, phrases),
                        words(phrases, "login.name"),
                        words(phrases, "login.password"),
                        words(phrases, "login.reveal"),
                        words(phrases, "login.show"),
                        words(phrases, "login.hide"),
                        words(phrases, "login.submit"),
                        token.getParameterName(),
                        token.getToken(),
                        words(phrases, "login.help"),
                        LinkMarkup.html(phrases),
                        words(phrases, "live.sign-in"),
                        kept(request),
                        style,
                        unheard(phrases),
                        appearance(request));
    }

    /** Light or dark, where the person has chosen: the browser tells it, so that the page need not wait for a script. */
    private static String appearance(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, APPEARANCE);
        return chosen != null && APPEARANCES.contains(chosen.getValue())
                ? " data-appearance=\"%s\"".formatted(chosen.getValue())
                : "";
    }

    /** The language that was chosen on this page goes with the form: it is to hold for whoever signs in. */
    private String kept(HttpServletRequest request) {
        return chosenLanguage
                .in(request)
                .map(language -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(ChosenLanguage.PARAMETER, language.toLanguageTag()))
                .orElse("");
    }

    /** Where a press or a change did not reach the server before the session ended, as it stands on every other page. */
    private static String unheard(Phrases phrases) {
        return """
                <relais-unheard class="login-problem" data-tone="calm" role="alert" quoted="%s" press="%s" change="%s" hidden>\
                <span data-unheard-words></span></relais-unheard>""".formatted(
                        words(phrases, "live.unheard.quoted"),
                        words(phrases, "live.unheard.press"),
                        words(phrases, "live.unheard.change"));
    }

    /** The choice of the page's language; a browser without scripts needs a button for it. */
    private String languages(HttpServletRequest request, Phrases phrases) {
        StringBuilder options = new StringBuilder();
        for (Locale offered : languages.offered()) {
            options.append("<option value=\"%s\"%s>%s</option>"
                    .formatted(
                            offered.toLanguageTag(),
                            offered.equals(phrases.locale()) ? " selected" : "",
                            escaped(Languages.ownName(offered))));
        }
        SignInProblem problem = problem(request);
        String reason = problem == SignInProblem.NONE
                ? ""
                : "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(problem.parameter(), problem.lasts() ? seconds(problem, request) : "");
        return """
                <form class="language-select" method="get" action="login">%s<label class="language-select">\
                <span class="glyph" data-glyph="language" aria-hidden="true"></span>\
                <select id="language" name="language" class="choice" aria-label="%s">%s</select></label>\
                <noscript><button>%s</button></noscript></form>""".formatted(reason, words(phrases, "language.label"), options, words(phrases, "language.label"));
    }

    /** What the address says, unless this server knows better why the session ended. */
    private SignInProblem problem(HttpServletRequest request) {
        SignInProblem said = SignInProblem.in(request.getParameterMap().keySet());
        return Optional.of(request)
                .filter(asking -> asking.getRequestedSessionId() != null && !asking.isRequestedSessionIdValid())
                .flatMap(sessions::end)
                .map(SignInProblem::of)
                .filter(said::yieldsTo)
                .orElse(said);
    }

    private String problem(SignInProblem problem, HttpServletRequest request, Phrases phrases) {
        if (problem == SignInProblem.NONE) {
            return "";
        }
        String text =
                switch (problem) {
                    case BLOCKED ->
                        phrases.text(problem.key(), phrases.duration(Duration.ofSeconds(seconds(problem, request))));
                    case ENDED -> phrases.text(problem.key(), phrases.wholeDuration(idle));
                    default -> phrases.text(problem.key(), problem.lasts() ? seconds(problem, request) : 0);
                };
        String until = problem == SignInProblem.UNCONFIGURED
                ? " data-until=\"initialised\""
                : problem.lasts() ? " data-seconds=\"%d\"".formatted(seconds(problem, request)) : "";
        return "<p id=\"login-problem\" class=\"login-problem\" role=\"alert\" data-tone=\"%s\"%s>%s</p>"
                .formatted(problem.calm() ? "calm" : "bad", until, escaped(text));
    }

    private static long seconds(SignInProblem problem, HttpServletRequest request) {
        try {
            return Math.clamp(Long.parseLong(request.getParameter(problem.parameter())), 1, LONGEST_WAIT);
        } catch (NumberFormatException typedByHand) {
            return 1;
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String words(Phrases phrases, String key) {
        return escaped(phrases.text(key));
    }
}
