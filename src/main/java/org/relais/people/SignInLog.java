package org.relais.people;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.relais.catalogue.RecordKey;
import org.relais.record.InvalidRecord;
import org.relais.record.LocalChange;
import org.relais.record.LocalChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Logs who signed in on a page as an activity of the network's kind. It names no store, and activities without a store never
 * leave the site (record catalogue, om_activity_log): it waits for nobody, and counts nowhere as waiting.
 */
@Component
class SignInLog {

    static final String TABLE = "om_activity_log";

    private static final Logger log = LoggerFactory.getLogger(SignInLog.class);

    private final LocalChanges changes;
    private final Clock clock;

    SignInLog(LocalChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Signing in must not fail for the log's sake. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser user) {
            try {
                changes.save(activity(user));
            } catch (InvalidRecord | DataAccessException notLogged) {
                log.error("The sign-in of {} was not logged as an activity", user.id(), notLogged);
            }
        }
    }

    private LocalChange activity(SignedInUser user) {
        String id = UUID.randomUUID().toString();
        String time = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
        ObjectNode activity = JsonMapper.shared()
                .createObjectNode()
                .put("ID", id)
                .put("type", "UserLoggedIn")
                .put("user_ID", user.id())
                .put("store_ID", "")
                .put("record_ID", "")
                .put("datetime", time)
                .put("changed_to", "")
                .put("changed_from", "");
        return LocalChange.to(new RecordKey(TABLE, id), activity.toString());
    }
}
