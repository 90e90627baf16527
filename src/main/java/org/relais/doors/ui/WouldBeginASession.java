package org.relais.doors.ui;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A call that pages make by themselves and that begins a session where there is none. There is no page for somebody who did not
 * sign in, so nobody needs one. What pushes to a page asks for a session as well: every page that is open when this server is
 * restarted takes that line up again. The other calls of an open page are answered: they tell it that its session is over.
 */
class WouldBeginASession implements RequestMatcher {

    private static final Set<String> GOING_ON =
            Set.of(RequestType.UIDL.getIdentifier(), RequestType.HEARTBEAT.getIdentifier());

    private static final String PAGES_OWN = "/VAADIN/";
    private static final String BUILT = "/VAADIN/build/";

    @Override
    public boolean matches(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            return false;
        }
        String call = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        if (call != null) {
            return !GOING_ON.contains(call);
        }
        String path = request.getServletPath();
        return path.startsWith(PAGES_OWN) && !path.startsWith(BUILT);
    }
}
