package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.demo.Caller.json;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demonstration's mSupply central server: who comes in with what rights. */
class LegacySignInTest {
    private final MovableClock clock = new MovableClock();
    private DemoNetwork network;
    private Caller site;

    @BeforeEach
    void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000).clock(clock));
        site = Caller.of(network, 1);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void signsUsersIn() {
        HttpResponse<String> answer = login("farmaceutica", "pass");
        assertThat(answer.statusCode()).isEqualTo(200);
        Json.Fields info = json(answer).object("userInfo");
        assertThat(info.object("user").integer("Language")).isEqualTo(2);
        List<Json.Fields> stores = info.objects("userStores");
        assertThat(stores).hasSize(5);
        assertThat(stores.stream().filter(store -> store.truth("can_login"))).hasSize(4);
        assertThat(stores.getFirst().value("permissions")).hasSize(515);
        assertThat(has(stores.getFirst(), 84)).isTrue();
        assertThat(has(stores.getFirst(), 157)).isFalse();
        assertThat(network.users().stream().filter(user -> user.permissions().contains(157)))
                .extracting(DemoUser::name)
                .containsExactly("directeur");
        assertThat(network.users().stream().filter(user -> user.permissions().contains(201)))
                .extracting(DemoUser::name)
                .contains("froid", "frio");
    }

    @Test
    void knowsPeopleWhomThisSiteRefuses() {
        assertThat(user("stagiaire").truth("active")).isFalse();
        List<String> own = stores("directeur").stream()
                .filter(store -> store.truth("can_login"))
                .map(store -> store.text("store_ID"))
                .toList();

        assertThat(stores("auditora").stream().filter(store -> store.truth("can_login")))
                .isNotEmpty()
                .noneMatch(store -> own.contains(store.text("store_ID")));
    }

    @Test
    void permissionsCanDifferFromStoreToStore() {
        List<Json.Fields> stores = stores("adjoint");
        List<Json.Fields> managing =
                stores.stream().filter(store -> has(store, 84)).toList();

        assertThat(managing).singleElement().satisfies(store -> assertThat(store.truth("store_default"))
                .isTrue());
        assertThat(stores).hasSize(5);
    }

    @Test
    void blocksAUserAfterFiveWrongPasswords() {
        for (int i = 0; i < 5; i++) {
            assertThat(login("directeur", "wrong").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> blocked = login("directeur", "pass");
        assertThat(blocked.statusCode()).isEqualTo(403);
        assertThat(json(blocked).text("status")).isEqualTo("user_login_timeout");
        assertThat(json(blocked).integer("timeoutRemaining")).isEqualTo(60);
        clock.forward(Duration.ofMinutes(1));
        assertThat(login("directeur", "pass").statusCode()).isEqualTo(200);
    }

    private Json.Fields user(String name) {
        return json(login(name, "pass")).object("userInfo").object("user");
    }

    private List<Json.Fields> stores(String name) {
        return json(login(name, "pass")).object("userInfo").objects("userStores");
    }

    /** Whether somebody has the permission of that number in one of their stores. */
    private static boolean has(Json.Fields store, int permission) {
        return store.value("permissions").get(permission - 1).booleanValue();
    }

    private HttpResponse<String> login(String name, String password) {
        return site.post(
                "/api/v4/login",
                "{\"username\":\"" + name + "\",\"password\":\"" + password
                        + "\",\"loginType\":\"User\",\"siteName\":\"site-1\"}");
    }
}
