package org.relais.testing;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.RecordKey;
import org.relais.people.SignedInUser;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole application on a database of its own, without a central server, as site 2 with stores that a test makes. All
 * subclasses share one context: each test works in a store of its own.
 */
@SpringBootTest(properties = {"relais.sync.enabled=false", "relais.admin.password=blé-27"})
@Import(SeededSite.Time.class)
public abstract class SeededSite extends SpringBrowserlessTest {

    /** One clock for all that the application does, which a test may stop. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private Projections projections;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        db.register(registry);
    }

    /** Puts the administrator behind everything that this thread does from now on. */
    protected static SignedInUser signIn() {
        return signIn(new SignedInUser("user-1", "admin", true, null, Set.of()));
    }

    /** Puts a person behind everything that this thread does from now on. */
    protected static SignedInUser signIn(SignedInUser user) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities()));
        return user;
    }

    /** The first synchronisation is complete, unless a test says otherwise: before that, every page leads to the set-up. */
    @BeforeEach
    protected void setUpSite() {
        new Rows(jdbc).site("Site 2");
    }

    /** The next test begins with nobody signed in. */
    @AfterEach
    protected void leave() {
        SecurityContextHolder.clearContext();
    }

    /** Makes a store of this site and returns its id. */
    protected String newStore(String name) {
        String store = newId();
        String nameId = newId();
        keep("name", nameId, null, "{\"ID\":\"%s\",\"name\":\"%s\",\"code\":\"n\"}".formatted(nameId, name));
        keep(
                "store",
                store,
                store,
                "{\"ID\":\"%s\",\"name_ID\":\"%s\",\"code\":\"s\",\"sync_id_remote_site\":2,\"disabled\":false}"
                        .formatted(store, nameId));
        return store;
    }

    /** Takes all stores from this site. */
    protected void noStores() {
        jdbc.sql("delete from record_entry where type = 'store'").update();
    }

    /** Puts a record into the store as if it had arrived and been integrated. */
    protected void keep(String type, String id, String store, String data) {
        new Rows(jdbc).keep(type, id, store, data);
        projections.changed(RecordSet.of(new RecordKey(type, id)));
    }

    /** The text of a stored record. */
    protected String stored(String type, String id) {
        return jdbc.sql("select data from record where type = ? and id = ?")
                .params(type, id)
                .query(String.class)
                .single();
    }

    /** Lets the central servers have processed everything that waits. */
    protected void everythingIsSent() {
        jdbc.sql("delete from outbox").update();
    }

    /** The one component of the open page that has this id. */
    protected Component byId(String id) {
        return find(Component.class).withId(id).single();
    }

    /** An id that no other record has. */
    protected static String newId() {
        return UUID.randomUUID().toString();
    }
}
