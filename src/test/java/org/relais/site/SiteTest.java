package org.relais.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.relais.database.DataDirectory;
import org.relais.startup.StartFailure;
import org.relais.testing.Repositories;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** How the site's password is kept, and that the records of two sites never meet. */
class SiteTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final URI CENTRAL = URI.create("https://central.example.org");
    private static final String HASH = PasswordHash.of("blé et riz");

    @TempDir
    private Path directory;

    private static Repositories repositories;

    private JdbcClient jdbc;
    private Site site;

    @BeforeAll
    static void open() {
        repositories = Repositories.open(database, Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        repositories.close();
    }

    @BeforeEach
    void noSite() {
        jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("delete from site").update();
        site = started();
    }

    /** The site as a start with this data directory makes it. */
    private Site started() {
        DataDirectory data = new DataDirectory(directory);
        return new Site(
                repositories.bean(SiteRepository.class),
                repositories.bean(EntityManager.class),
                repositories.bean(TransactionOperations.class),
                new HardwareId(data),
                new PasswordSeal(data),
                Clock.systemUTC(),
                event -> {});
    }

    private Path key() {
        return directory.resolve("secret.key");
    }

    private List<String> wholeRow() {
        return jdbc.sql("select * from site").query().singleRow().values().stream()
                .map(String::valueOf)
                .toList();
    }

    private String sealed() {
        return jdbc.sql("select sealed_password from site").query(String.class).single();
    }

    @Test
    void thePasswordIsNowhereInTheDatabaseAndIsThereAfterARestart() {
        site.configure(CENTRAL, "kinkala", HASH);

        assertThat(wholeRow()).noneMatch(value -> value.contains(HASH) || value.contains("blé"));
        Site restarted = started();
        restarted.checkPassword();
        assertThat(restarted.credentials().passwordSha256()).isEqualTo(HASH);
    }

    @Test
    void theKeyCanBeReadByItsOwnerOnly() throws IOException {
        site.configure(CENTRAL, "kinkala", HASH);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key()).strip()).matches("[0-9a-f]{64}").isNotEqualTo(HASH);
    }

    @Test
    void aLostKeyStopsTheStartInOneLine() throws IOException {
        site.configure(CENTRAL, "kinkala", HASH);
        Files.delete(key());

        assertThatThrownBy(started()::checkPassword)
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(key() + ": does not open the site's password")
                .hasMessageContaining("relais.site.central-url")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aBrokenKeyStopsTheStartInOneLine() throws IOException {
        site.configure(CENTRAL, "kinkala", HASH);
        Files.writeString(key(), "not a key");

        assertThatThrownBy(started()::checkPassword)
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith(key() + ": is not a key")
                .hasMessageNotContaining("\n");
    }

    @Test
    void afterALostKeyThePasswordCanBeGivenAgain() throws IOException {
        site.configure(CENTRAL, "kinkala", HASH);
        Files.delete(key());
        Site restarted = started();

        assertThat(restarted.configure(CENTRAL, "kinkala", HASH)).isTrue();
        restarted.checkPassword();

        assertThat(restarted.credentials().passwordSha256()).isEqualTo(HASH);
    }

    @Test
    void whatAnOlderVersionKeptInTheOpenIsSealedAtTheStart() {
        site.configure(CENTRAL, "kinkala", HASH);
        jdbc.sql("update site set sealed_password = ?").param(HASH).update();

        site.checkPassword();

        assertThat(wholeRow()).noneMatch(value -> value.contains(HASH));
        assertThat(site.credentials().passwordSha256()).isEqualTo(HASH);
    }

    @Test
    void aChangedPasswordIsSealedToo() {
        site.configure(CENTRAL, "kinkala", HASH);
        String before = sealed();
        String other = PasswordHash.of("mil");

        assertThat(site.configure(CENTRAL, "kinkala", HASH)).isFalse();
        assertThat(sealed()).isEqualTo(before);
        assertThat(site.configure(CENTRAL, "kinkala", other)).isTrue();

        assertThat(wholeRow()).noneMatch(value -> value.contains(other));
        assertThat(site.credentials().passwordSha256()).isEqualTo(other);
    }

    @Test
    void theSameTextIsSealedDifferentlyEachTimeAndOpenedByItsKeyOnly(@TempDir Path elsewhere) {
        PasswordSeal seal = new PasswordSeal(new DataDirectory(directory));

        assertThat(seal.seal(HASH)).isNotEqualTo(seal.seal(HASH));
        assertThat(seal.open(seal.seal(HASH))).hasValue(HASH);
        assertThat(new PasswordSeal(new DataDirectory(elsewhere)).open(seal.seal(HASH)))
                .isEmpty();
        assertThat(seal.open("00")).isEmpty();
        assertThat(seal.open("no hex")).isEmpty();
    }

    /** A run greets as one site while a person connects another: whoever is second is refused. */
    @Test
    void ofTwoSitesThatAreRecognisedAtOnceTheSecondIsRefused() throws InterruptedException {
        site.configure(CENTRAL, "kinkala", HASH);
        site.markPrepared();
        TransactionOperations transaction = repositories.bean(TransactionOperations.class);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> second = new CompletableFuture<>();

        transaction.executeWithoutResult(person -> {
            site.recognise("uuid-of-one", 2, 1, null);
            second.completeAsync(() -> {
                transaction.executeWithoutResult(run -> {
                    site.settings();
                    begun.countDown();
                    site.recognise("uuid-of-other", 3, 1, null);
                });
                return null;
            });
            await(begun);
        });

        assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(SiteMismatch.class);
        assertThat(site.settings().orElseThrow().uuid()).isEqualTo("uuid-of-one");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
