package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.central.CentralServers;
import org.relais.central.LoginAnswer;
import org.relais.central.SiteCredentials;
import org.relais.people.LoginServer.User;
import org.relais.people.LoginServer.UserStore;

/** Several processes, or threads of one, keep people at the same moment. */
class AccountsTest extends AwaSite {

    @Test
    void oneNameInTwoSpellingsIsOnePersonsWhoeverComesFirst() throws Exception {
        for (int round = 0; round < 10; round++) {
            String one = newId();
            String other = newId();
            atOnce(List.of(
                    () -> keep(new User(one, name)), () -> keep(new User(other, name.toUpperCase(Locale.ROOT)))));

            assertThat(jdbc.sql("select id from account where folded_name = lower(?)")
                            .param(name)
                            .query(String.class)
                            .list())
                    .hasSize(1)
                    .containsAnyOf(one, other);
        }
    }

    @Test
    void onePersonWhoSignsInManyTimesAtOnceIsKeptWhole() throws Exception {
        User person = awa.in(UserStore.of(store, 84, 157), UserStore.of(newStore("Boko"), 201));
        atOnce(IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(i -> () -> keep(person))
                .toList());

        assertThat(users.signedIn(id).orElseThrow().stores()).hasSize(2);
        assertThat(jdbc.sql("select permission from account_permission where account_id = ? order by permission")
                        .param(id)
                        .query(Integer.class)
                        .list())
                .containsExactly(84, 157, 201);
    }

    /** As a process of its own would: with a central server's answer. */
    private Void keep(User person) {
        try (LoginServer told = new LoginServer();
                CentralServers asked = new CentralServers(Duration.ofSeconds(20))) {
            told.letsIn(person);
            LoginAnswer.Known answer = (LoginAnswer.Known)
                    asked.legacy(new SiteCredentials(told.url(), "site-2", "0".repeat(64), "0".repeat(32)))
                            .login(person.name(), "pass");
            users.keep(answer.user().orElseThrow(), "hash", answer.stores());
        }
        return null;
    }

    private static void atOnce(List<Callable<Void>> works) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = works.stream()
                    .map(work -> threads.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            start.countDown();
            for (Future<Void> one : all) {
                one.get();
            }
        }
    }
}
