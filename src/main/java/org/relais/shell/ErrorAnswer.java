package org.relais.shell;

import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.relais.language.Languages;
import org.relais.language.LinkMarkup;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The answer to a request that went wrong before a page or the HTTP interface could say so itself: a small page in the
 * person's language, or a problem document (RFC 9457) for programs.
 */
@Controller
class ErrorAnswer implements ErrorController {

    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    /** Looks by itself whether the database is back. */
    private static final String AGAIN = "<noscript><meta http-equiv=\"refresh\" content=\"10%s\"></noscript>";

    /** Asks for this very address once more; the script shows it. */
    private static final String RETRY =
            "<button id=\"error-again\" type=\"button\" class=\"link-button\" hidden>%s</button>";

    /** Refusals with words of their own. */
    private static final Set<HttpStatus> TOLD =
            Set.of(HttpStatus.NOT_FOUND, HttpStatus.METHOD_NOT_ALLOWED, HttpStatus.NOT_ACCEPTABLE);

    private final Languages languages;
    private final PhraseBook phraseBook;
    private final DatabaseWatch watch;
    private final AwayWords awayWords;

    ErrorAnswer(Languages languages, PhraseBook phraseBook, DatabaseWatch watch, AwayWords awayWords) {
        this.languages = languages;
        this.phraseBook = phraseBook;
        this.watch = watch;
        this.awayWords = awayWords;
    }

    @RequestMapping("/error")
    ResponseEntity<?> answer(HttpServletRequest request) {
        HttpStatus failed = status(request);
        DatabaseCondition condition = failed.is5xxServerError() ? behind(request) : DatabaseCondition.ANSWERS;
        HttpStatus status = condition == DatabaseCondition.ANSWERS ? failed : HttpStatus.SERVICE_UNAVAILABLE;
        if (!isForAPerson(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(
                            status, condition, languages.ofProgram(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))));
        }
        Locale locale = languages.of(new VaadinServletRequest(request, null));
        return ResponseEntity.status(status)
                .contentType(PAGE)
                .body(page(status, condition, locale, request.getContextPath(), wasAsked(request)));
    }

    private DatabaseCondition behind(HttpServletRequest request) {
        return request.getAttribute(DatabaseDoor.FOUND) instanceof DatabaseCondition found
                ? found
                : watch.behind((Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
    }

    /** Where a form was posted there is nothing to ask for again. */
    private static boolean wasAsked(HttpServletRequest request) {
        return "GET".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD));
    }

    private ProblemDetail problem(HttpStatus status, DatabaseCondition condition, Locale language) {
        if (condition != DatabaseCondition.ANSWERS) {
            return awayWords.problem(condition, language);
        }
        String key = status.is5xxServerError() ? "problem.trouble" : "problem." + status.value();
        return ProblemDetail.forStatusAndDetail(
                status,
                phraseBook.of(language).text(TOLD.contains(status) || status.is5xxServerError() ? key : "problem.400"));
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND; // somebody asked for this very address
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static boolean isForAPerson(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        String home = request.getContextPath();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && !path.startsWith(home + "/api/")
                && !path.startsWith(home + "/actuator/");
    }

    /** All words are ours, none comes from the request. */
    private String page(HttpStatus status, DatabaseCondition condition, Locale locale, String context, boolean asked) {
        boolean away = condition != DatabaseCondition.ANSWERS;
        String kind = status == HttpStatus.NOT_FOUND ? "missing" : "trouble";
        Phrases phrases = phraseBook.of(locale);
        String title = away ? awayWords.text(condition, locale) : phrases.text(kind + ".title");
        String hint = away ? awayWords.hint(condition, locale) : phrases.text(kind + ".hint");
        String leadsBack = away ? "soon" : status.is5xxServerError() ? "once-live" : "never";
        return """
                <!doctype html>
                <html lang="%1$s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">%6$s
                <base href="%5$s/"><meta name="color-scheme" content="light dark"><title>%2$s</title>
                <link rel="stylesheet" href="%5$s/assets/relais.css">
                <link rel="stylesheet" href="%5$s/assets/alone.css"><link rel="stylesheet" href="%5$s/assets/live.css">
                <script src="%5$s/assets/away.js" defer></script><script src="%5$s/assets/live.js" defer></script></head>
                <body><main class="login" data-leads-back="%7$s" data-leads-to="%9$s"><div class="login-top">%8$s</div><div class="login-card">
                <h1>Relais</h1><p><strong>%2$s</strong></p><p>%3$s</p>
                <p class="actions">%10$s<a id="error-home" class="link-button" href="%5$s/">%4$s</a></p></div></main></body>
                </html>
                """.formatted(
                        locale.toLanguageTag(),
                        title,
                        hint,
                        phrases.text("missing.home"),
                        context,
                        away ? AGAIN.formatted(asked ? "" : ";url=" + context + "/") : "",
                        leadsBack,
                        LinkMarkup.html(phrases),
                        asked ? "page" : "home",
                        asked && status.is5xxServerError() ? RETRY.formatted(phrases.text("cure.retry")) : "");
    }
}
