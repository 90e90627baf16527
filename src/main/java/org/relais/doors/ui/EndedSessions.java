package org.relais.doors.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Why sessions ended that were ended on purpose. Several calls of a browser are under way at a time, and whichever comes first
 * after the end is told only that there is no session any more: the reason is kept here for all that come after it.
 */
@Component
class EndedSessions {

    /** More than a site has people; what is forgotten is told as the usual end. */
    private static final int MOST = 1_000;

    private final Map<String, SessionEnd> ends = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SessionEnd> eldest) {
            return size() > MOST;
        }
    };

    /** The session with this id ends, or has just ended, for this reason. */
    synchronized void remember(String sessionId, SessionEnd why) {
        ends.putIfAbsent(sessionId, why);
    }

    /** Why the session with this id was ended; empty where it was not, or nobody knows any more. */
    synchronized Optional<SessionEnd> of(String sessionId) {
        return Optional.ofNullable(ends.get(sessionId));
    }
}
