package org.relais.doors.ui;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/**
 * A sign-in form that was open while its session ended, or that came from another site, is not looked at; whoever sent it
 * finds a fresh form ({@code ?stale}). Everything else that is denied is answered 403.
 */
class StaleForm implements AccessDeniedHandler {

    private final AccessDeniedHandler forbidden = new AccessDeniedHandlerImpl();
    private final String loginPath;

    StaleForm(String loginPath) {
        this.loginPath = loginPath;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException, ServletException {
        if (refusal instanceof CsrfException && request.getServletPath().equals(loginPath)) {
            response.sendRedirect(request.getContextPath() + loginPath + "?stale" + ChosenLanguage.goesAlong(request));
        } else {
            forbidden.handle(request, response, refusal);
        }
    }
}
