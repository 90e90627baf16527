package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relais.people.LoginServer.User;
import org.relais.people.LoginServer.UserStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;

/** Who of the network comes in with the central server's word. */
class NetworkSignInTest extends AwaSite {

    @Autowired
    private UserLanguages languages;

    @Test
    void whoTheCentralServerLetsInComesInAndLeavesAHash() {
        central.letsIn(awa);
        SignedInUser person = signIn(name, "pass");

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
        SignedInUser person = signIn(name, "pass");

        assertThat(person.may(Permission.MANAGE_LOCATIONS)).isTrue();
        assertThat(person.may(Permission.MANAGE_LOCATIONS, store)).isTrue();
        assertThat(person.may(Permission.MANAGE_LOCATIONS, other)).isFalse();
        assertThat(person.may(Permission.SEND_TEMPERATURES, other)).isTrue();
        assertThat(person.may(Permission.SEND_TEMPERATURES, store)).isFalse();
        assertThat(person.authorities()).extracting("authority").containsExactly("ROLE_USER", "ROLE_ADMIN");

        central.letsIn(awa);
        assertThat(signIn(name, "pass").authorities()).extracting("authority").containsExactly("ROLE_USER");
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
        SignedInUser person = signIn(name, "pass");

        assertThat(person.stores()).extracting(StoreAccess::storeId).containsExactly(preferred, store);
        assertThat(person.defaultStore()).contains(preferred);
        assertThat(person.enters(store)).isTrue();
        assertThat(person.enters(closed)).isFalse();
        assertThat(jdbc.sql("select count(*) from account_store where account_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .as("also those of other sites, and those that are not here yet")
                .isEqualTo(4);
    }

    @Test
    void aDefaultStoreElsewhereIsNoneHere() {
        central.letsIn(awa.in(
                UserStore.of(store, 175, 176),
                UserStore.of(storeOfSite(9)).asDefault(),
                UserStore.of(newStore("Boko")).closed().asDefault()));
        SignedInUser person = signIn(name, "pass");

        assertThat(person.defaultStore()).isEmpty();
        assertThat(person.stores())
                .containsExactly(new StoreAccess(
                        store, Set.of(Permission.VIEW_SENSORS, Permission.EDIT_SENSOR_LOCATION), false));
    }

    @Test
    void eachSignInReplacesTheList() {
        String other = newStore("Mindouli");
        central.letsIn(awa);
        signIn(name, "pass");
        central.letsIn(awa.in(UserStore.of(other)));
        signIn(name, "pass");
        central.isBroken();

        assertThat(signIn(name, "pass").stores())
                .extracting(StoreAccess::storeId)
                .containsExactly(other);
    }

    @Test
    void anAnswerThatIsNoIsARefusal() {
        central.letsIn(awa);
        signIn(name, "pass");
        central.answers(200, "{\"status\":\"error\",\"authenticated\":false}");

        assertThatThrownBy(() -> signIn(name, "pass")).isExactlyInstanceOf(BadCredentialsException.class);
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
        signIn(name, "pass");
        String other = newId();
        central.letsIn(new User(other, name.toUpperCase(Locale.ROOT), UserStore.of(store)));
        signIn(name, "theirs");
        central.isBroken();

        assertThat(signIn(name, "theirs").id()).isEqualTo(other);
        assertThatThrownBy(() -> signIn(name, "pass")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void theLanguageIsTheNetworksUntilThePersonChooses() {
        central.letsIn(awa.speaking(1));
        assertThat(signIn(name, "pass").language()).isEqualTo(Locale.FRENCH);

        languages.choose(id, Locale.of("es"));
        assertThat(signIn(name, "pass").language()).isEqualTo(Locale.of("es"));
    }

    @Test
    void aLanguageThatThePagesDoNotSpeakIsLeftToTheBrowser() {
        central.letsIn(awa.speaking(7));

        assertThat(signIn(name, "pass").language()).isNull();
    }
}
