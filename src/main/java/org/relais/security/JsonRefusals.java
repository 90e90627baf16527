package org.relais.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Tells a program why its request was refused: a problem document (RFC 9457). */
class JsonRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JsonRefusals.class);

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        if (refusal instanceof TooManyFailures failures) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(failures.seconds()));
            write(response, HttpStatus.TOO_MANY_REQUESTS, "Too many failures: wait and try again");
            return;
        }
        if (refusal instanceof RefusedSignIn refused) {
            if (refused.reason() == RefusedSignIn.Reason.BLOCKED) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
            }
            write(response, HttpStatus.FORBIDDEN, refused.getMessage());
            return;
        }
        if (refusal instanceof AuthenticationServiceException) {
            LOG.error("A password could not be checked", refusal);
            write(response, HttpStatus.SERVICE_UNAVAILABLE, "The password cannot be checked now");
            return;
        }
        if (!fromAPage(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Relais\", charset=\"UTF-8\"");
        }
        boolean tried = refusal instanceof BadCredentialsException;
        write(
                response,
                HttpStatus.UNAUTHORIZED,
                tried ? "The name or the password is wrong" : "A name and its password are needed");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        write(response, HttpStatus.FORBIDDEN, "This account may not do that");
    }

    /** A script of a page asks: with the usual header the browser would open its own window for a password. */
    private static boolean fromAPage(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || (mode != null && !"navigate".equals(mode));
    }

    private static void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("{\"type\":\"about:blank\",\"title\":\"" + status.getReasonPhrase() + "\",\"status\":"
                        + status.value() + ",\"detail\":\"" + detail + "\"}");
    }
}
