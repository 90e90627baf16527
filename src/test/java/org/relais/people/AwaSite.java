package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.relais.central.CentralServers;
import org.relais.central.SiteCredentials;
import org.relais.people.LoginServer.User;
import org.relais.people.LoginServer.UserStore;
import org.relais.site.Site;
import org.relais.testing.SeededSite;
import org.relais.testing.StopWatch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Somebody of the network, a store of theirs, and a central server that says of them what a test wants. */
abstract class AwaSite extends SeededSite {

    final LoginServer central = new LoginServer();
    final StopWatch time = new StopWatch();
    final Site site = mock(Site.class);
    final String id = newId();
    final String name = "awa-" + id;

    @Autowired
    NetworkUsers users;

    @Autowired
    OfflinePasswords passwords;

    /** Whoever waits in a test waits for an answer that comes, or for nothing. */
    static final SignInPatience PATIENT =
            new SignInPatience(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    static final SignInPatience HASTY = new SignInPatience(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    final SignInQuestions questions = new SignInQuestions(time);

    NetworkSignIn network;
    String store;
    User awa;

    /** A server that is silent on purpose is so for longer than a test takes on any machine. */
    private final CentralServers servers = new CentralServers(Duration.ofMinutes(5));

    @BeforeEach
    void network() {
        store = newStore("Kinkala");
        awa = new User(id, name, UserStore.of(store, 84));
        when(site.initialised()).thenReturn(true);
        when(site.credentials())
                .thenReturn(new SiteCredentials(central.url(), "site-2", "0".repeat(64), "0".repeat(32)));
        network = network(PATIENT);
    }

    NetworkSignIn network(SignInPatience patience) {
        return new NetworkSignIn(site, servers, users, passwords, questions, patience, time);
    }

    SignedInUser signIn(String person, String password) {
        return network.signIn(person, password, null).getPrincipal();
    }

    @AfterEach
    void close() {
        questions.stop();
        servers.close();
        central.close();
    }

    void refused(String query) {
        assertThatThrownBy(() -> signIn(name, "pass"))
                .isInstanceOfSatisfying(RefusedSignIn.class, refused -> assertThat(refused.query())
                        .isEqualTo(query));
    }

    static Authentication request(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }

    String account(String column) {
        Map<String, Object> row =
                jdbc.sql("select * from account where id = ?").param(id).query().singleRow();
        return String.valueOf(row.get(column));
    }

    String storeOfSite(int number) {
        String elsewhere = newId();
        keep("store", elsewhere, elsewhere, """
                {"ID":"%s","name_ID":"","code":"e","sync_id_remote_site":%d,"disabled":false}""".formatted(elsewhere, number));
        return elsewhere;
    }
}
