package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.people.LoginServer.UserStore;
import org.springframework.security.authentication.BadCredentialsException;

/** Who of the network comes in with what the central server said before. */
class KeptSignInTest extends AwaSite {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 |
            403 | forbidden
            302 |
            401 | <html>the network's own sign-in page</html>
            407 | <html>the network's own sign-in page</html>
            200 | <html>the network's own sign-in page</html>
            200 | {"status":"success"}
            200 | {"status":"success","authenticated":true,"username":"a","userFirstName":"","userLastName":"","userJobTitle":"","userType":"user","service":"","storeName":""}
            """)
    void anAnswerThatSaysNothingOfThePersonLeavesItToWhatIsKept(int status, String body) {
        central.letsIn(awa);
        SignedInUser before = signIn(name, "pass");
        central.answers(status, body == null ? "" : body);

        assertThat(signIn(name.toUpperCase(Locale.ROOT), "pass")).isEqualTo(before);
        assertThatThrownBy(() -> signIn(name, "other")).isInstanceOf(UnknownOffline.class);
        assertThatThrownBy(() -> signIn("nobody", "pass")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void aServerThatIsNotThereLeavesItToWhatIsKept() {
        central.letsIn(awa);
        signIn(name, "pass");
        central.close();

        assertThat(signIn(name, "pass").id()).isEqualTo(id);
    }

    @Test
    void aRefusedPasswordIsRefusedForGood() {
        central.letsIn(awa);
        signIn(name, "old");
        central.refuses();
        assertThatThrownBy(() -> signIn(name, "old")).isInstanceOf(BadCredentialsException.class);
        central.isBroken();

        assertThatThrownBy(() -> signIn(name, "old")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void somebodyElsesGuessDoesNotLockThePersonOut() {
        central.letsIn(awa);
        signIn(name, "pass");
        central.refuses();
        assertThatThrownBy(() -> signIn(name, "guess")).isExactlyInstanceOf(BadCredentialsException.class);
        central.isBroken();

        assertThat(signIn(name, "pass").id()).isEqualTo(id);
    }

    @Test
    void aBlockedAccountIsRefusedWhateverIsKept() {
        central.letsIn(awa);
        signIn(name, "pass");
        central.answers(403, "{\"status\":\"user_login_timeout\",\"timeoutRemaining\":90}");

        assertThatThrownBy(() -> signIn(name, "pass"))
                .isInstanceOfSatisfying(RefusedSignIn.class, refused -> assertThat(refused.query())
                        .isEqualTo("blocked=90"));
    }

    @Test
    void anInactiveAccountIsRefusedAlsoLater() {
        central.letsIn(awa);
        signIn(name, "pass");
        central.letsIn(awa.switchedOff());
        refused("inactive");
        central.isBroken();

        assertThatThrownBy(() -> signIn(name, "pass")).isInstanceOf(UnknownOffline.class);
    }

    @Test
    void aRecordThatCameLaterSwitchesOffAndALaterSignInSwitchesOn() {
        central.letsIn(awa);
        signIn(name, "pass");
        keep("user", id, null, "{\"ID\":\"%s\",\"name\":\"%s\",\"active\":false}".formatted(id, name));
        central.isBroken();
        refused("inactive");

        central.letsIn(awa);
        signIn(name, "pass");
        central.isBroken();
        assertThat(signIn(name, "pass").id()).isEqualTo(id);
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
    void aPasswordTooLongToKeepNeedsTheCentralServer() {
        String longest = "é".repeat(36);
        central.letsIn(awa);
        signIn(name, longest);
        assertThatThrownBy(() -> {
                    central.isBroken();
                    signIn(name, longest + "é");
                })
                .isInstanceOf(UnknownOffline.class);
        central.letsIn(awa);
        signIn(name, longest + "é");
        central.isBroken();

        assertThatThrownBy(() -> signIn(name, longest + "é")).isInstanceOf(UnknownOffline.class);
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
}
