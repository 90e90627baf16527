package org.relais.doors.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.people.CurrentUser;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkSignIn;
import org.relais.people.Permission;
import org.relais.people.RefusedSignIn;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What a manual run makes of the permissions of the person who asked for it. */
class PermissionRefreshTest extends SeededSite {

    private final NetworkSignIn network = mock(NetworkSignIn.class);
    private final EndedSessions ended = new EndedSessions();
    private final PermissionRefresh refresh = new PermissionRefresh(network, ended);

    @Autowired
    private CurrentUser currentUser;

    @BeforeEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theSessionKnowsTheNewPermissions() {
        signedIn("pass");
        when(network.askInTheBackground("awa", "pass")).thenReturn(Optional.of(person(Permission.ADMINISTER_SERVER)));
        refresh.ask();

        Awaitility.await().pollInSameThread().until(() -> {
            settle();
            return currentUser.get().may(Permission.ADMINISTER_SERVER);
        });
    }

    /** Each page that such a person opens asks again, until the central server has said yes. */
    @Test
    void whomWhatIsKeptLetInIsThereByTheServersWordFromItsYesOn() {
        NetworkPerson offline = mock(NetworkPerson.class);
        when(offline.isOffline()).thenReturn(true);
        when(offline.isAuthenticated()).thenReturn(true);
        when(offline.getPrincipal()).thenReturn(person());
        when(offline.password()).thenReturn(Optional.of("pass"));
        signedIn(offline);
        when(network.askInTheBackground("awa", "pass")).thenReturn(Optional.of(person()));
        new LateAnswers(refresh).awaitAnswer();

        Awaitility.await().pollInSameThread().until(() -> {
            settle();
            return SecurityContextHolder.getContext().getAuthentication() != offline;
        });
        new LateAnswers(refresh).awaitAnswer();
        verify(network).askInTheBackground("awa", "pass");
    }

    @Test
    void anotherLanguageAloneIsNoReasonToLoadPagesAgain() {
        assertThat(person().mayTheSameAs(new SignedInUser(
                        "awa-id", "awa", "A. Diop", false, Locale.ENGLISH, Set.of(), person().stores())))
                .isTrue();
    }

    @Test
    void theButtonAnswersAtOnce() throws Exception {
        signedIn("pass");
        CountDownLatch answered = new CountDownLatch(1);
        when(network.askInTheBackground(any(), any())).thenAnswer(call -> {
            answered.await(10, TimeUnit.SECONDS);
            return Optional.empty();
        });
        refresh.ask();

        assertThat(currentUser.get()).isEqualTo(person());
        answered.countDown();
    }

    @Test
    void aServerOutOfReachChangesNothing() {
        signedIn("pass");
        when(network.askInTheBackground(any(), any())).thenReturn(Optional.empty());
        refresh.ask();
        Awaitility.await().untilAsserted(() -> verify(network).askInTheBackground("awa", "pass"));
        settle();

        assertThat(currentUser.get()).isEqualTo(person());
    }

    @Test
    void aRefusalEndsTheSession() {
        signedIn("pass");
        when(network.askInTheBackground(any(), any())).thenThrow(new BadCredentialsException("changed"));
        refresh.ask();

        awaitTheEnd(SessionEnd.REFUSED);
    }

    @Test
    void anAccountThatWasSwitchedOffEndsTheSession() {
        signedIn("pass");
        when(network.askInTheBackground(any(), any())).thenThrow(new RefusedSignIn(RefusedSignIn.Reason.INACTIVE));
        refresh.ask();

        awaitTheEnd(SessionEnd.INACTIVE);
    }

    @Test
    void whoHasNoPasswordInTheSessionIsNotAskedFor() {
        signedIn((String) null);
        refresh.ask();
        signIn();
        refresh.ask();

        verifyNoInteractions(network);
    }

    private void awaitTheEnd(SessionEnd why) {
        Awaitility.await().pollInSameThread().until(() -> {
            settle();
            return currentUser.find().isEmpty();
        });
        assertThat(ended.of(VaadinSession.getCurrent().getSession().getId()))
                .as("whichever call finds the session over")
                .hasValue(why);
    }

    /** Does what other threads asked this session to do. */
    private static void settle() {
        VaadinSession pages = VaadinSession.getCurrent();
        pages.getService().runPendingAccessTasks(pages);
    }

    private static void signedIn(String password) {
        signedIn(new NetworkPerson(person(), password, null));
    }

    private static void signedIn(NetworkPerson person) {
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        new SecurityContextImpl(person));
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
