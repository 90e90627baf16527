package org.relais.doors.ui;

import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Takes the session's cookie back when its person signs out. What is left in its place says so to the other tabs of that
 * browser, which would else tell that the session ended by itself.
 */
class SessionCookie implements LogoutHandler {

    /** In the place of a session's id. */
    static final String LEFT = "left";

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person) {
        SessionCookieConfig usual = request.getServletContext().getSessionCookieConfig();
        Cookie cookie = new Cookie(usual.getName(), LEFT);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
