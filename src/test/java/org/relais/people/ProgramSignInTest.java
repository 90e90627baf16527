package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.people.LoginServer.UserStore;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Programs, which send name and password with each request: the central server is asked about them once in a while. */
class ProgramSignInTest extends AwaSite {

    private NetworkAuthentication provider;

    @BeforeEach
    void provider() {
        provider = new NetworkAuthentication(network, users);
    }

    @Test
    void aProgramIsAskedAboutOnceInAWhile() {
        central.letsIn(awa);
        assertThat(call("pass").isFromMemory()).isFalse();
        assertThat(call("pass").isFromMemory()).isTrue();
        assertThat(central.asked()).isEqualTo(1);

        central.refuses();
        assertThatThrownBy(() -> call("other")).isInstanceOf(BadCredentialsException.class);
        assertThat(call("pass").getName()).isEqualTo(name);
        time.pass(Duration.ofMinutes(6));
        assertThatThrownBy(() -> call("pass")).isInstanceOf(BadCredentialsException.class);
        assertThat(central.asked()).isEqualTo(3);
    }

    /** The kept answer would refuse the person; the network lets them in by now. */
    @Test
    void aStoreThatIsGivenHoldsAtOnce() {
        central.letsIn(awa.in(UserStore.of(storeOfSite(9))));
        assertThatThrownBy(() -> call("pass")).isInstanceOf(RefusedSignIn.class);

        central.letsIn(awa);
        assertThat(call("pass").getPrincipal().enters(store)).isTrue();
    }

    @Test
    void anAccountThatIsSwitchedOnIsLetInAtOnce() {
        central.letsIn(awa);
        call("pass");
        central.letsIn(awa.switchedOff());
        refused("inactive");

        central.letsIn(awa);
        assertThat(call("pass").getName()).isEqualTo(name);
    }

    @Test
    void aStoreThatLeftThisSiteIsAskedAbout() {
        central.letsIn(awa);
        call("pass");
        jdbc.sql("delete from account_store where account_id = ?").param(id).update();

        assertThat(call("pass").isFromMemory()).isFalse();
        assertThat(central.asked()).isEqualTo(2);
    }

    @Test
    void aChangedPasswordHoldsAtOnce() {
        central.letsIn(awa);
        call("old");
        call("old");
        signIn(name, "new");
        central.refuses();

        assertThat(call("new").isFromMemory()).isTrue();
        assertThatThrownBy(() -> call("old")).isInstanceOf(BadCredentialsException.class);
    }

    private NetworkPerson call(String password) {
        UsernamePasswordAuthenticationToken request =
                UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        request.setDetails(new ProgramDetails(new MockHttpServletRequest()));
        return (NetworkPerson) provider.authenticate(request);
    }
}
