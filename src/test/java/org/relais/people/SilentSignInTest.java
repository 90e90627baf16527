package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.people.LoginServer.UserStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who comes in, and when, while the central server takes questions and answers none. */
class SilentSignInTest extends AwaSite {

    @Autowired
    private PasswordEncoder encoder;

    @BeforeEach
    void awaWasHereBefore() {
        central.letsIn(awa);
        signIn(name, "pass");
        network = network(HASTY);
        central.isSilent();
    }

    @Test
    void aKeptPasswordLetsInWithoutTheAnswer() {
        NetworkPerson person = network.signIn(name, "pass", null);

        assertThat(person.getPrincipal().id()).isEqualTo(id);
        assertThat(person.isOffline()).isTrue();
        assertThat(users.present(person)).isEqualTo(person.getPrincipal());
        assertThat(questions.size()).as("the answer is awaited all the same").isOne();
    }

    @Test
    void aYesThatComesLaterHoldsFromThenOn() {
        NetworkPerson person = network.signIn(name, "pass", null);
        long before = users.changes();
        central.letsIn(awa.in(UserStore.of(store, 175), UserStore.of(newStore("Mindouli"), 84)));
        theServerSpeaks();

        assertThat(users.changes()).isNotEqualTo(before);
        assertThat(users.present(person).stores()).hasSize(2);
        assertThat(users.present(person).may(Permission.VIEW_SENSORS, store)).isTrue();
        assertThat(account("password")).startsWith("{bcrypt}");
    }

    @Test
    void aRefusalThatComesLaterEndsWhatTheKeptPasswordOpened() {
        NetworkPerson person = network.signIn(name, "pass", null);
        long before = users.changes();
        central.refuses();
        theServerSpeaks();

        assertThat(users.changes()).isNotEqualTo(before);
        assertThatThrownBy(() -> users.present(person)).isInstanceOf(BadCredentialsException.class);
        central.isBroken();
        network = network(PATIENT);
        unknown(() -> signIn(name, "pass"), UnknownOffline.Reason.OFFLINE);
    }

    @Test
    void aPersonWhoseAccountWasSwitchedOffMeanwhileIsOut() {
        NetworkPerson person = network.signIn(name, "pass", null);
        central.letsIn(awa.switchedOff());
        theServerSpeaks();

        assertThatThrownBy(() -> users.present(person))
                .isInstanceOfSatisfying(RefusedSignIn.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusedSignIn.Reason.INACTIVE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | <html>the network's own sign-in page</html>
            403 | {"status":"user_login_timeout","timeoutRemaining":90}
            500 | failed
            """)
    void whatIsNoWordOnThePasswordChangesNothingLater(int status, String body) {
        NetworkPerson person = network.signIn(name, "pass", null);
        central.answers(status, body);
        theServerSpeaks();

        assertThat(users.present(person).id()).isEqualTo(id);
    }

    @Test
    void whoLeftBehindNothingThatLetsThemInIsToldThatTheServerIsSilent() {
        unknown(() -> signIn("nobody-" + id, "pass"), UnknownOffline.Reason.SILENT);
        unknown(() -> signIn(name, "wrong"), UnknownOffline.Reason.SILENT);
    }

    @Test
    void aFirstSignInThatIsAnsweredTooLateIsGoodTheNextTime() {
        String other = newId();
        central.letsIn(new LoginServer.User(other, "beni-" + other, UserStore.of(store)));
        unknown(() -> signIn("beni-" + other, "theirs"), UnknownOffline.Reason.SILENT);
        theServerSpeaks();
        central.isBroken();
        network = network(PATIENT);

        assertThat(signIn("beni-" + other, "theirs").id()).isEqualTo(other);
    }

    @Test
    void onlyWhomTheServerAloneCanLetInWaitsForIt() throws Exception {
        network = network(new SignInPatience(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(1)));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SignedInUser> changed = threads.submit(() -> signIn(name, "new"));
            Awaitility.await().until(() -> central.asked() == 2);
            assertThat(signIn(name, "pass").id()).isEqualTo(id);
            assertThat(changed).isNotDone();
            central.speaks();

            assertThat(changed.get().id()).isEqualTo(id);
        }
    }

    @Test
    void phonesAreToldBeforeTheyGiveUp() {
        Object phone = new ProgramDetails(new MockHttpServletRequest());

        assertThat(SignInPatience.USUAL.kept()).isEqualTo(Duration.ofSeconds(1));
        assertThat(SignInPatience.USUAL.ofStranger(null)).isEqualTo(Duration.ofSeconds(25));
        assertThat(SignInPatience.USUAL.ofStranger(phone)).isEqualTo(Duration.ofSeconds(15));
    }

    /** With the usual second: who asks anew does not wait for it again. */
    @Test
    void whatIsUnderWayIsAskedOnceAndItsSecondIsWaitedForOnce() throws Exception {
        AtomicInteger asking = new AtomicInteger();
        passwords = new OfflinePasswords(counting(asking));
        network = network(new SignInPatience(Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SignedInUser>> all = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                all.add(threads.submit(() -> signIn(name, "pass")));
            }
            Awaitility.await().until(() -> central.asked() == 2 && asking.get() == all.size());
            time.pass(Duration.ofMinutes(1));
            assertThat(signIn(name, "pass").id()).isEqualTo(id);
            assertThat(network.ask(name, "pass")).as("for a second look").isEmpty();
            assertThat(questions.size()).isOne();
            central.speaks();
            for (Future<SignedInUser> one : all) {
                assertThat(one.get().id()).isEqualTo(id);
            }
        }
        assertThat(central.asked()).isEqualTo(2);
    }

    /** Counts who has asked the central server: only then is it looked whether what is kept lets them in. */
    private PasswordEncoder counting(AtomicInteger asking) {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return encoder.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                asking.incrementAndGet();
                return encoder.matches(password, hash);
            }
        };
    }

    @Test
    void guessesDoNotPileUp() {
        CompletableFuture<Optional<SignedInUser>> never = new CompletableFuture<>();
        for (int i = 0; i < SignInQuestions.MOST + 20; i++) {
            questions.of(name, "guess-" + i, end -> never.join());
        }

        assertThat(questions.size()).isEqualTo(SignInQuestions.MOST);
        assertThat(signIn(name, "pass").id()).isEqualTo(id);
        never.complete(Optional.empty());
    }

    @Test
    void nobodyAndNothingWaitsWhereThisServerStops() throws Exception {
        network = network(PATIENT);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SignedInUser> waiting = threads.submit(() -> signIn(name, "pass"));
            Future<SignedInUser> stranger = threads.submit(() -> signIn("nobody-" + id, "pass"));
            Awaitility.await().until(() -> central.asked() == 3);
            questions.stop();

            assertThat(waiting.get().id()).isEqualTo(id);
            assertThatThrownBy(stranger::get).hasCauseInstanceOf(UnknownOffline.class);
        }
        Awaitility.await().until(() -> questions.size() == 0);
        unknown(() -> signIn("nobody-" + id, "pass"), UnknownOffline.Reason.OFFLINE);
    }

    private void theServerSpeaks() {
        Awaitility.await().until(() -> questions.size() == 1 && central.asked() == 2);
        central.speaks();
        Awaitility.await().until(() -> questions.size() == 0);
    }

    private static void unknown(ThrowingCallable signIn, UnknownOffline.Reason reason) {
        assertThatThrownBy(signIn).isInstanceOfSatisfying(UnknownOffline.class, told -> assertThat(told.reason())
                .isEqualTo(reason));
    }
}
