package org.relais.doors.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Leads whoever asks for a page without having signed in to the sign-in page; who was signed in is told why they are not any more ({@code ?ended}, {@code ?restarted}, {@code ?left}, {@code ?refused}). */
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
        String reason = RightsOfSession.refusal(request)
                .or(() -> ended(request))
                .map(why -> "?" + why)
                .orElse("");
        response.sendRedirect(request.getContextPath() + loginPath + reason);
    }

    private Optional<String> ended(HttpServletRequest request) {
        return request.isRequestedSessionIdValid()
                ? Optional.empty()
                : sessions.end(request).map(SessionEnd::key);
    }
}
