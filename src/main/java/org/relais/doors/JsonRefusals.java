package org.relais.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.relais.language.Languages;
import org.relais.language.Wordbook;
import org.relais.people.RefusedSignIn;
import org.relais.people.UnknownOffline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells a program in its language why its request was refused: a problem document (RFC 9457). */
@Component
class JsonRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger log = LoggerFactory.getLogger(JsonRefusals.class);

    private final Wordbook words;
    private final Languages languages;
    private final JsonMapper json;
    private final DatabaseWatch watch;
    private final AwayWords awayWords;

    JsonRefusals(Wordbook words, Languages languages, JsonMapper json, DatabaseWatch watch, AwayWords awayWords) {
        this.words = words;
        this.languages = languages;
        this.json = json;
        this.watch = watch;
        this.awayWords = awayWords;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        switch (refusal) {
            case TooManyFailures failures -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(failures.seconds()));
                write(request, response, HttpStatus.TOO_MANY_REQUESTS, "refusal.too-many");
            }
            case UnknownOffline offline -> write(request, response, HttpStatus.SERVICE_UNAVAILABLE, offline.key());
            case AuthenticationServiceException trouble -> tellTrouble(request, response, trouble);
            case RefusedSignIn refused -> {
                if (refused.reason() == RefusedSignIn.Reason.BLOCKED) {
                    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
                }
                write(request, response, HttpStatus.FORBIDDEN, refused.key());
            }
            case TokenRefused token -> {
                challenge(request, response, "Bearer realm=\"Relais\", error=\"invalid_token\"");
                write(request, response, HttpStatus.UNAUTHORIZED, "refusal.token");
            }
            default -> {
                challenge(request, response, "Basic realm=\"Relais\", charset=\"UTF-8\"");
                boolean tried = refusal instanceof BadCredentialsException;
                write(request, response, HttpStatus.UNAUTHORIZED, tried ? "refusal.wrong" : "refusal.missing");
            }
        }
    }

    private void tellTrouble(
            HttpServletRequest request, HttpServletResponse response, AuthenticationServiceException trouble)
            throws IOException {
        DatabaseCondition condition = watch.behind(trouble);
        if (condition == DatabaseCondition.ANSWERS) {
            log.error("A password or a token could not be checked", trouble);
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "refusal.trouble");
        } else {
            log.debug("A password or a token could not be checked without the database", trouble);
            Locale language = language(request);
            write(response, language, awayWords.problem(condition, language));
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        String key = refusal instanceof FromAnotherSite ? "refusal.other-site" : "refusal.forbidden";
        write(request, response, HttpStatus.FORBIDDEN, key);
    }

    private static void challenge(HttpServletRequest request, HttpServletResponse response, String challenge) {
        if (!fromAPage(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
    }

    /** A script of a page asks: with the usual header the browser would open its own window for a password. */
    private static boolean fromAPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || (mode != null && !"navigate".equals(mode));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        Locale language = language(request);
        write(response, language, ProblemDetail.forStatusAndDetail(status, words.text(key, language)));
    }

    private void write(HttpServletResponse response, Locale language, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.getWriter().write(json.writeValueAsString(problem));
    }

    private Locale language(HttpServletRequest request) {
        return languages.ofProgram(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
