package org.relais.doors.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.relais.doors.TooManyFailures;
import org.relais.people.RefusedSignIn;
import org.relais.people.UnknownOffline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in page, whose address names what went wrong: {@code ?wrong}, {@code ?wait=seconds}, {@code ?trouble}. */
class FailedSignIn implements AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(FailedSignIn.class);

    private final String loginPath;

    FailedSignIn(String loginPath) {
        this.loginPath = loginPath;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        response.sendRedirect(
                request.getContextPath() + loginPath + "?" + reason(refusal) + ChosenLanguage.goesAlong(request));
    }

    private static String reason(AuthenticationException refusal) {
        if (refusal instanceof TooManyFailures failures) {
            return "wait=" + failures.seconds();
        }
        if (refusal instanceof RefusedSignIn refused) {
            return refused.query();
        }
        if (refusal instanceof UnknownOffline unknown) {
            return unknown.reason().key();
        }
        if (refusal instanceof AuthenticationServiceException) {
            log.error("Sign-in could not be checked", refusal);
            return "trouble";
        }
        return "wrong";
    }
}
