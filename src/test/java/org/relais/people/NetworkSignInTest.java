package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.central.CentralServers;
import org.relais.central.SiteCredentials;
import org.relais.people.LoginServer.User;
import org.relais.people.LoginServer.UserStore;
import org.relais.site.Site;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Who of the network comes in: with the central server's word, and with what it said before. */
class NetworkSignInTest extends SeededSite {

    private final LoginServer central = new LoginServer();
    private final CentralServers servers = new CentralServers(Duration.ofSeconds(5));
    private final Site site = mock(Site.class);
    private final String id = newId();
    private final String name = "awa-" + id;

    @Autowired
    private NetworkUsers users;

    @Autowired
    private OfflinePasswords passwords;

    @Autowired
    private UserLanguages languages;

    private NetworkSignIn network;
    private String store;
    private User awa;

    @BeforeEach
    void network() {
        store = newStore("Kinkala");
        awa = new User(id, name, UserStore.of(store, 84));
        when(site.initialised()).thenReturn(true);
        when(site.credentials())
                .thenReturn(new SiteCredentials(central.url(), "site-2", "0".repeat(64), "0".repeat(32)));
        network = new NetworkSignIn(site, servers, users, passwords, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        servers.close();
        central.close();
    }

    @Test
    void whoTheCentralServerLetsInComesInAndLeavesAHash() {
        central.letsIn(awa);
        SignedInUser person = network.signIn(name, "pass");

        assertThat(person.id()).isEqualTo(id);
        assertThat(person.name()).isEqualTo(name);
        assertThat(person.displayName()).isEqualTo("Awa Diop");
        assertThat(person.administrator()).isFalse();
        assertThat(account("password")).startsWith("{bcrypt}").doesNotContain("pass");
    }

    @Test
    void permissionsAreThoseOfEachStore() {
        String other = newStore("Mindouli");
        central.letsIn(awa.in(UserStore.of(store, 84, 3), UserStore.of(other, 157, 201)));
        SignedInUser person = network.signIn(name, "pass");

        assertThat(person.may(Permission.MANAGE_LOCATIONS)).isTrue();
        assertThat(person.may(Permission.MANAGE_LOCATIONS, store)).isTrue();
        assertThat(person.may(Permission.MANAGE_LOCATIONS, other)).isFalse();
        assertThat(person.may(Permission.SEND_TEMPERATURES, other)).isTrue();
        assertThat(person.may(Permission.SEND_TEMPERATURES, store)).isFalse();
        assertThat(person.authorities()).extracting("authority").containsExactly("ROLE_USER", "ROLE_ADMIN");

        central.letsIn(awa);
        assertThat(network.signIn(name, "pass").authorities())
                .extracting("authority")
                .containsExactly("ROLE_USER");
    }

    @Test
    void storesAreThoseOfThisSiteWithTheDefaultFirst() {
        String preferred = newStore("Zanaga");
        String closed = newStore("Boko");
        String elsewhere = storeOfSite(9);
        central.letsIn(awa.in(
                UserStore.of(store),
                UserStore.of(preferred).asDefault(),
                UserStore.of(closed).closed(),
                UserStore.of(elsewhere),
                UserStore.of("unknown")));
        SignedInUser person = network.signIn(name, "pass");

        assertThat(person.stores()).extracting(StoreAccess::storeId).containsExactly(preferred, store);
        assertThat(person.enters(store)).isTrue();
        assertThat(person.enters(closed)).isFalse();
        assertThat(jdbc.sql("select count(*) from account_store where account_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void eachSignInReplacesTheList() {
        String other = newStore("Mindouli");
        central.letsIn(awa);
        network.signIn(name, "pass");
        central.letsIn(awa.in(UserStore.of(other)));
        network.signIn(name, "pass");
        central.isBroken();

        assertThat(network.signIn(name, "pass").stores())
                .extracting(StoreAccess::storeId)
                .containsExactly(other);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 |
            403 | forbidden
            302 |
            200 | <html>the network's own sign-in page</html>
            200 | {"status":"success"}
            200 | {"status":"success","authenticated":true,"username":"a","userFirstName":"","userLastName":"","userJobTitle":"","userType":"user","service":"","storeName":""}
            """)
    void anAnswerThatSaysNothingOfThePersonLeavesItToWhatIsKept(int status, String body) {
        central.letsIn(awa);
        SignedInUser before = network.signIn(name, "pass");
        central.answers(status, body == null ? "" : body);

        assertThat(network.signIn(name.toUpperCase(Locale.ROOT), "pass")).isEqualTo(before);
        assertThatThrownBy(() -> network.signIn(name, "other")).isInstanceOf(UnknownOffline.class);
        assertThatThrownBy(() -> network.signIn("nobody", "pass")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void aServerThatIsNotThereLeavesItToWhatIsKept() {
        central.letsIn(awa);
        network.signIn(name, "pass");
        central.close();

        assertThat(network.signIn(name, "pass").id()).isEqualTo(id);
    }

    @Test
    void aRefusedPasswordIsRefusedForGood() {
        central.letsIn(awa);
        network.signIn(name, "old");
        central.refuses();
        assertThatThrownBy(() -> network.signIn(name, "old")).isInstanceOf(BadCredentialsException.class);
        central.isBroken();

        assertThatThrownBy(() -> network.signIn(name, "old")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void anAnswerThatIsNoIsARefusal() {
        central.letsIn(awa);
        network.signIn(name, "pass");
        central.answers(200, "{\"status\":\"error\",\"authenticated\":false}");

        assertThatThrownBy(() -> network.signIn(name, "pass")).isExactlyInstanceOf(BadCredentialsException.class);
    }

    @Test
    void somebodyElsesGuessDoesNotLockThePersonOut() {
        central.letsIn(awa);
        network.signIn(name, "pass");
        central.refuses();
        assertThatThrownBy(() -> network.signIn(name, "guess")).isExactlyInstanceOf(BadCredentialsException.class);
        central.isBroken();

        assertThat(network.signIn(name, "pass").id()).isEqualTo(id);
    }

    @Test
    void aBlockedAccountIsRefusedWhateverIsKept() {
        central.letsIn(awa);
        network.signIn(name, "pass");
        central.answers(403, "{\"status\":\"user_login_timeout\",\"timeoutRemaining\":90}");

        assertThatThrownBy(() -> network.signIn(name, "pass"))
                .isInstanceOfSatisfying(RefusedSignIn.class, refused -> assertThat(refused.query())
                        .isEqualTo("blocked=90"));
    }

    @Test
    void anInactiveAccountIsRefusedAlsoLater() {
        central.letsIn(awa);
        network.signIn(name, "pass");
        central.letsIn(awa.switchedOff());
        refused("inactive");
        central.isBroken();

        assertThatThrownBy(() -> network.signIn(name, "pass")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void aRecordThatCameLaterSwitchesOffAndALaterSignInSwitchesOn() {
        central.letsIn(awa);
        network.signIn(name, "pass");
        jdbc.sql("update account set checked_at = checked_at - interval 1 minute where id = ?")
                .param(id)
                .update();
        keep("user", id, null, "{\"ID\":\"%s\",\"name\":\"%s\",\"active\":false}".formatted(id, name));
        central.isBroken();
        refused("inactive");

        central.letsIn(awa);
        network.signIn(name, "pass");
        central.isBroken();
        assertThat(network.signIn(name, "pass").id()).isEqualTo(id);
    }

    @Test
    void whoHasNoStoreHereIsRefused() {
        central.letsIn(
                awa.in(UserStore.of(storeOfSite(9), 157), UserStore.of(store).closed()));
        refused("no-store");
        central.isBroken();
        refused("no-store");
    }

    @Test
    void nobodyOfTheNetworkComesInBeforeTheFirstSynchronisation() {
        when(site.initialised()).thenReturn(false);
        central.letsIn(awa);

        refused("unconfigured");
        assertThat(central.asked()).isZero();
    }

    @Test
    void theLocalAdministratorsNameIsNobodyElses() {
        NetworkAuthentication provider = new NetworkAuthentication(network, users);
        central.letsIn(new User(id, "Admin", UserStore.of(store, 157)));

        assertThat(provider.authenticate(request(" ADMIN ", "pass"))).isNull();
        assertThat(central.asked()).isZero();
        assertThatThrownBy(() -> provider.authenticate(request("administrateur", "pass")))
                .isExactlyInstanceOf(BadCredentialsException.class);
        assertThat(jdbc.sql("select count(*) from account where upper(name) = 'ADMIN' and not network")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aNameThatWentToSomebodyElseIsTheirs() {
        central.letsIn(awa);
        network.signIn(name, "pass");
        String other = newId();
        central.letsIn(new User(other, name.toUpperCase(Locale.ROOT), UserStore.of(store)));
        network.signIn(name, "theirs");
        central.isBroken();

        assertThat(network.signIn(name, "theirs").id()).isEqualTo(other);
        assertThatThrownBy(() -> network.signIn(name, "pass")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void theLanguageIsTheNetworksUntilThePersonChooses() {
        central.letsIn(awa.speaking(1));
        assertThat(network.signIn(name, "pass").language()).isEqualTo(Locale.FRENCH);

        languages.choose(id, Locale.of("es"));
        assertThat(network.signIn(name, "pass").language()).isEqualTo(Locale.of("es"));
    }

    @Test
    void aLanguageThatThePagesDoNotSpeakIsLeftToTheBrowser() {
        central.letsIn(awa.speaking(7));

        assertThat(network.signIn(name, "pass").language()).isNull();
    }

    @Test
    void aPasswordTooLongToKeepNeedsTheCentralServer() {
        String longest = "é".repeat(36);
        central.letsIn(awa);
        network.signIn(name, longest);
        assertThatThrownBy(() -> {
                    central.isBroken();
                    network.signIn(name, longest + "é");
                })
                .isInstanceOf(UnknownOffline.class);
        central.letsIn(awa);
        network.signIn(name, longest + "é");
        central.isBroken();

        assertThatThrownBy(() -> network.signIn(name, longest + "é")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void thePasswordNeverLeavesTheMemory() throws Exception {
        central.letsIn(awa);
        NetworkPerson person = (NetworkPerson)
                new NetworkAuthentication(network, users).authenticate(request(name, "sésame-ouvre-toi"));
        person.eraseCredentials();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(person);

        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains(id).doesNotContain("ouvre-toi");
        assertThat(person.toString()).doesNotContain("ouvre-toi");
        assertThat(person.getCredentials()).isNull();
        assertThat(person.password()).hasValue("sésame-ouvre-toi");
    }

    @Test
    void aProgramIsAskedAboutOnceInAWhile() {
        central.letsIn(awa);
        network.signInAgain(name, "pass");
        network.signInAgain(name, "pass");
        assertThat(central.asked()).isEqualTo(1);

        central.refuses();
        assertThatThrownBy(() -> network.signInAgain(name, "other")).isInstanceOf(BadCredentialsException.class);
        jdbc.sql("update account set checked_at = checked_at - interval 6 minute where id = ?")
                .param(id)
                .update();
        assertThatThrownBy(() -> network.signInAgain(name, "pass")).isInstanceOf(BadCredentialsException.class);
        assertThat(central.asked()).isEqualTo(3);
    }

    private void refused(String query) {
        assertThatThrownBy(() -> network.signIn(name, "pass"))
                .isInstanceOfSatisfying(RefusedSignIn.class, refused -> assertThat(refused.query())
                        .isEqualTo(query));
    }

    private static Authentication request(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }

    private String account(String column) {
        Map<String, Object> row =
                jdbc.sql("select * from account where id = ?").param(id).query().singleRow();
        return String.valueOf(row.get(column));
    }

    private String storeOfSite(int number) {
        String elsewhere = newId();
        keep("store", elsewhere, elsewhere, """
                {"ID":"%s","name_ID":"","code":"e","sync_id_remote_site":%d,"disabled":false}""".formatted(elsewhere, number));
        return elsewhere;
    }
}
