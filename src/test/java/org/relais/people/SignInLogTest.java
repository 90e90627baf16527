package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.record.Outbox;
import org.relais.record.OutboxEntry;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

class SignInLogTest extends SeededSite {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Outbox outbox;

    @Autowired
    private RecordTypes types;

    @Test
    void activityGoesThroughBothPushesAndWaitsForNeither() {
        everythingIsSent();
        SignedInUser user = new SignedInUser(newId(), "admin", true, null, Set.of());
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(
                UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()),
                UsernamePasswordAuthenticationFilter.class));

        assertThat(outbox.pending()).isZero();
        RecordType type = types.byTable(SignInLog.TABLE).orElseThrow();
        for (CentralServer server : CentralServer.values()) {
            OutboxEntry waiting = outbox.waitingFor(server, 0, 10).getFirst();
            assertThat(waiting.key().table()).isEqualTo("om_activity_log");
            String stored = stored(waiting.key().table(), waiting.key().id());
            assertThat(stored).contains("\"type\":\"UserLoggedIn\"", user.id());
            assertThat(type.render(stored, server, LinkResolver.NONE, RecordLookup.NONE))
                    .isInstanceOf(Rendering.Keep.class);
        }
    }
}
