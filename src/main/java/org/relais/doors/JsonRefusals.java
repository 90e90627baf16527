package org.relais.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.relais.language.Languages;
import org.relais.language.Wordbook;
import org.relais.people.RefusedSignIn;
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

    JsonRefusals(Wordbook words, Languages languages, JsonMapper json) {
        this.words = words;
        this.languages = languages;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        switch (refusal) {
            case TooManyFailures failures -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(failures.seconds()));
                write(request, response, HttpStatus.TOO_MANY_REQUESTS, "refusal.too-many");
            }
            case AuthenticationServiceException trouble -> {
                log.error("A password or a token could not be checked", trouble);
                write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "refusal.trouble");
            }
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

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        write(request, response, HttpStatus.FORBIDDEN, "refusal.forbidden");
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
        Locale language = languages.ofProgram(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words.text(key, language));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.getWriter().write(json.writeValueAsString(problem));
    }
}
