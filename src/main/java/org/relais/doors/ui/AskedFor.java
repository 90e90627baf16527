package org.relais.doors.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * The page that somebody asked for before signing in, kept by the browser: a session would cost memory for everybody who only
 * knocks. What comes back from there is an address on this server or nothing.
 */
class AskedFor implements RequestCache {

    static final String COOKIE = "relais-asked-for";

    /** With which a page that must be loaded again says where its person was going, see {@code frontend/assets/away.js}. */
    static final String GOING_TO = "relais-going-to";

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int LONGEST = 1_000;

    /** A path of this server: one slash at the beginning, and nothing that a browser would read in another way. */
    private static final String PATH = "/(?![/\\\\])[^\\\\\\p{Cntrl}]*";

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        String address = kept(request, GOING_TO).orElseGet(() -> address(request));
        if ("GET".equals(request.getMethod()) && isOurs(address)) {
            response.addCookie(cookie(request, COOKIE, URLEncoder.encode(address, StandardCharsets.UTF_8), KEPT));
            takeBack(GOING_TO, request, response);
        }
    }

    private static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().substring(request.getContextPath().length())
                + (query == null ? "" : "?" + query);
    }

    @Override
    public SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return kept(request, COOKIE).map(SimpleSavedRequest::new).orElse(null);
    }

    /** Nothing is done twice: the browser asks again by itself. */
    @Override
    public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        takeBack(COOKIE, request, response);
    }

    private static void takeBack(String name, HttpServletRequest request, HttpServletResponse response) {
        if (kept(request, name).isPresent()) {
            response.addCookie(cookie(request, name, "", Duration.ZERO));
        }
    }

    private static Optional<String> kept(HttpServletRequest request, String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> name.equals(cookie.getName()))
                .findFirst()
                .flatMap(AskedFor::address);
    }

    private static Optional<String> address(Cookie cookie) {
        try {
            return Optional.of(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8))
                    .filter(AskedFor::isOurs);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(String address) {
        return address.length() <= LONGEST && address.matches(PATH);
    }

    private static Cookie cookie(HttpServletRequest request, String name, String value, Duration kept) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath() + "/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) kept.toSeconds());
        return cookie;
    }
}
