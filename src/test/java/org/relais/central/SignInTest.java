package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sign-in's refusals; its success stands in the recorded session. */
class SignInTest {

    @RegisterExtension
    final TestSite site = new TestSite();

    private LoginAnswer login(int status, String body) {
        try (ScriptedServer server = ScriptedServer.answering(status, body)) {
            return site.legacy(server.url()).login("awa", "secret");
        }
    }

    @Test
    void wrongCredentials() {
        assertThat(login(401, "")).isEqualTo(new LoginAnswer.WrongCredentials());
    }

    @Test
    void aWebPageInBetweenSaysNothingOfThePerson() {
        assertThat(failure(() -> login(401, "<html>sign in to the network</html>"))
                        .code())
                .isEqualTo(FailureCode.REDIRECTED);
    }

    @Test
    void blocked() {
        assertThat(login(403, "{\"status\":\"user_login_timeout\",\"timeoutRemaining\":90}"))
                .isEqualTo(new LoginAnswer.Blocked(Duration.ofSeconds(90)));
    }

    @Test
    void anAnswerWithoutUserInfo() {
        String answer = "{\"status\":\"error\",\"authenticated\":false,\"username\":\"awa\",\"userFirstName\":\"\","
                + "\"userLastName\":\"\",\"userJobTitle\":\"\",\"userType\":\"user\",\"service\":\"\",\"storeName\":\"\"}";
        assertThat(login(200, answer)).isInstanceOfSatisfying(LoginAnswer.Known.class, known -> {
            assertThat(known.accepted()).isFalse();
            assertThat(known.user()).isEmpty();
            assertThat(known.stores()).isEmpty();
        });
    }

    @Test
    void aRefusalNeedsNoMoreThanItsTwoWords() {
        assertThat(login(200, "{\"status\":\"error\",\"authenticated\":false}"))
                .isInstanceOfSatisfying(LoginAnswer.Known.class, known -> assertThat(known.accepted())
                        .isFalse());
    }

    @Test
    void theServerCannotSay() {
        assertThat(failure(() -> login(403, "forbidden")).code()).isEqualTo(FailureCode.SERVER_ERROR);
        assertThat(failure(() -> login(200, "{\"status\":\"success\",\"authenticated\":true}"))
                        .code())
                .isEqualTo(FailureCode.UNREADABLE_ANSWER);
        assertThat(failure(() -> login(500, "")).code()).isEqualTo(FailureCode.SERVER_ERROR);
    }

    @Test
    void itIsTriedOnce() {
        try (ScriptedServer server = ScriptedServer.answering(408, "")) {
            failure(() -> site.legacy(server.url()).login("awa", "secret"));
            assertThat(server.asked()).hasSize(1);
            assertThat(server.asked().getFirst().headers()).doesNotContainKey("authorization");
        }
    }
}
