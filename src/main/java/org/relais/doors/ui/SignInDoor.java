package org.relais.doors.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads whoever asks for a page without having signed in to the sign-in page; the address tells who was signed in why they are not any more, by a {@link SessionEnd}. */
class SignInDoor implements AuthenticationEntryPoint {

    private final String loginPath;
    private final BrowserSession sessions;

    SignInDoor(String loginPath, BrowserSession sessions) {
        this.loginPath = loginPath;
        this.sessions = sessions;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        String reason = end(request).map(why -> "?" + why.key()).orElse("");
        response.sendRedirect(request.getContextPath() + loginPath + reason);
    }

    private Optional<SessionEnd> end(HttpServletRequest request) {
        return request.isRequestedSessionIdValid() ? Optional.empty() : sessions.end(request);
    }
}
