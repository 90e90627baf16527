package org.relais.doors.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkUsers;
import org.relais.people.Permission;
import org.relais.people.RefusedSignIn;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.testing.StopWatch;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What is learned of a person elsewhere holds in a session that was there before. */
class RightsOfSessionTest {

    private final StopWatch time = new StopWatch();
    private final EndedSessions ended = new EndedSessions();

    private final NetworkUsers users = mock(NetworkUsers.class);
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void anAdministratorIsSignedIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(new NetworkPerson(person(Permission.ADMINISTER_SERVER), "pass", null));
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aRightThatWasTakenAwayIsGoneWithTheNextCall() throws Exception {
        when(users.present(any(NetworkPerson.class))).thenReturn(person());
        call();

        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        assertThat(((SignedInUser) now.getPrincipal()).may(Permission.ADMINISTER_SERVER))
                .isFalse();
        assertThat(now.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_USER");
    }

    @Test
    void whoMayNotSignInAnyMoreIsOut() throws Exception {
        when(users.present(any(NetworkPerson.class))).thenThrow(new RefusedSignIn(RefusedSignIn.Reason.NO_STORE));
        call();

        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
        assertThat(session.isInvalid()).isTrue();
        assertThat(leadsTo()).isEqualTo("/login?no-store");
    }

    /** What is kept let the person in, and then the central server said no. */
    @Test
    void whosePasswordWasRefusedMeanwhileIsOutWithTheNextCallAndToldWhy() throws Exception {
        when(users.present(any(NetworkPerson.class))).thenReturn(person(Permission.ADMINISTER_SERVER));
        call();
        when(users.present(any(NetworkPerson.class))).thenThrow(new BadCredentialsException("void"));
        call();
        assertThat(session.isInvalid()).as("nothing was heard").isFalse();
        when(users.changes()).thenReturn(1L);
        call();

        assertThat(session.isInvalid()).isTrue();
        assertThat(leadsTo()).isEqualTo("/login?refused");
    }

    /** Where the browser comes that asks for a page with that session, also with a later call than the one that ended it. */
    private String leadsTo() throws Exception {
        MockHttpServletRequest later = new MockHttpServletRequest();
        later.setRequestedSessionId(session.getId());
        later.setRequestedSessionIdValid(false);
        MockHttpServletResponse response = new MockHttpServletResponse();
        BrowserSession sessions = new BrowserSession(new StartMark(), ended, time);
        new SignInDoor("/login", sessions).commence(later, response, null);
        return response.getRedirectedUrl();
    }

    @Test
    void theDatabaseIsNotAskedAtEachCall() throws Exception {
        when(users.present(any(NetworkPerson.class))).thenReturn(person(Permission.ADMINISTER_SERVER));
        call();
        time.pass(Duration.ofSeconds(20));
        call();
        verify(users).present(any(NetworkPerson.class));

        when(users.present(any(NetworkPerson.class))).thenReturn(person());
        time.pass(Duration.ofSeconds(11));
        call();
        assertThat(SecurityContextHolder.getContext().getAuthentication().getAuthorities())
                .hasSize(1);
    }

    private void call() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        new RightsOfSession(users, ended, time).doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }

    private static SignedInUser person(Permission... permissions) {
        return new SignedInUser(
                "awa-id",
                "awa",
                "Awa Diop",
                false,
                Locale.FRENCH,
                Set.of(),
                List.of(new StoreAccess("store", Set.of(permissions))));
    }
}
