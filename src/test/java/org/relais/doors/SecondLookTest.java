package org.relais.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkSignIn;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.context.SecurityContextHolder;

/** A program is not refused because of what the central server said of its person minutes ago. */
class SecondLookTest {

    private final NetworkSignIn network = mock(NetworkSignIn.class);
    private final AuthorizationManager<HttpServletRequest> door =
            new SecondLook(network).before(AuthorityAuthorizationManager.hasRole("ADMIN"));

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatTheNetworkGaveSinceThenHoldsAtOnce() {
        when(network.ask("awa", "pass")).thenReturn(Optional.of(person(Permission.ADMINISTER_SERVER)));

        assertThat(letsIn(remembered())).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication().getAuthorities())
                .extracting(Object::toString)
                .contains("ROLE_ADMIN");
    }

    @Test
    void whoStillMayNotIsRefused() {
        when(network.ask("awa", "pass")).thenReturn(Optional.of(person()));
        assertThat(letsIn(remembered())).isFalse();

        when(network.ask(any(), any())).thenReturn(Optional.empty());
        assertThat(letsIn(remembered())).as("the central server is silent").isFalse();

        when(network.ask(any(), any())).thenThrow(new BadCredentialsException("changed"));
        assertThat(letsIn(remembered())).as("the password changed").isFalse();
    }

    @Test
    void whoMayOrWasJustAskedAboutIsNotAskedAboutAgain() {
        assertThat(letsIn(new NetworkPerson(person(Permission.ADMINISTER_SERVER), "pass", null)))
                .isTrue();
        assertThat(letsIn(new NetworkPerson(person(), "pass", null))).isFalse();

        verifyNoInteractions(network);
    }

    private boolean letsIn(NetworkPerson caller) {
        return door.authorize(() -> caller, new MockHttpServletRequest()).isGranted();
    }

    private static NetworkPerson remembered() {
        NetworkPerson kept = mock(NetworkPerson.class);
        when(kept.isFromMemory()).thenReturn(true);
        when(kept.isAuthenticated()).thenReturn(true);
        when(kept.password()).thenReturn(Optional.of("pass"));
        when(kept.getName()).thenReturn("awa");
        return kept;
    }

    private static SignedInUser person(Permission... permissions) {
        return new SignedInUser(
                "awa-id",
                "awa",
                "Awa Diop",
                false,
                null,
                Set.of(),
                List.of(new StoreAccess("store", Set.of(permissions))));
    }
}
