package org.relais.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.backup.BackupStanding;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralServers;
import org.relais.central.FailureCode;
import org.relais.central.SiteCredentials;
import org.relais.database.DatabaseCondition;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.demo.DemoSite;
import org.relais.demo.Fault;
import org.relais.demo.FaultKind;
import org.relais.testing.Certificates;
import org.relais.testing.TestClock;
import org.relais.testing.TestPhrases;

/** The doctor and the demonstration servers, over real connections. */
class WholeExaminationTest {

    private static final DemoNetwork network =
            DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(10)));
    private static final DemoSite SITE = network.sites().getFirst();
    private static final CentralServers servers = new CentralServers(Duration.ofSeconds(10));

    @TempDir
    static Path directory;

    private final TestClock clock = new TestClock();

    private record Known(Optional<URI> address, Optional<SiteCredentials> credentials) implements Installation {

        @Override
        public Path directory() {
            return directory;
        }

        @Override
        public boolean writes() {
            return true;
        }

        @Override
        public Optional<DatabaseCondition> database() {
            return Optional.of(DatabaseCondition.ANSWERS);
        }

        @Override
        public Optional<BackupStanding> backups() {
            return Optional.empty();
        }

        @Override
        public List<URI> phoneAddresses() {
            return List.of(network.legacyUrl());
        }

        @Override
        public boolean onlyThisMachine() {
            return false;
        }
    }

    @AfterAll
    static void stop() {
        servers.close();
        network.close();
    }

    @BeforeEach
    void faultless() {
        network.faults().clear();
    }

    private Map<CheckName, Finding> examine(URI address, String password) {
        SiteCredentials shown = new SiteCredentials(address, SITE.name(), password, "0123456789abcdef0123456789abcdef");
        return examine(new Known(Optional.of(address), Optional.of(shown)), clock);
    }

    private static Map<CheckName, Finding> examine(Installation installation, Clock clock) {
        return new Examination(Checks.of(installation, servers, clock), Examination.LIMIT)
                .run(finding -> {}).stream().collect(Collectors.toMap(Finding::check, Function.identity()));
    }

    private static String key(Finding finding) {
        return switch (finding.words()) {
            case Words.Sentence sentence -> sentence.key();
            case Words.Failed failed -> failed.code().key();
            case Words.NotTried(CheckName because) -> "not tried: " + because.key();
        };
    }

    @Test
    void aSiteInGoodHealthIsWell() {
        Map<CheckName, Finding> found = examine(network.legacyUrl(), SITE.passwordSha256());

        assertThat(found).hasSize(CheckName.values().length);
        for (CheckName check : List.of(
                CheckName.NAME,
                CheckName.TCP,
                CheckName.CERTIFICATE,
                CheckName.ANSWER,
                CheckName.CLOCK,
                CheckName.LEGACY,
                CheckName.OPEN,
                CheckName.SPEED,
                CheckName.RIGHTS)) {
            assertThat(found.get(check)).as(check.key()).isInstanceOf(Finding.Well.class);
        }
        assertThat(found.get(CheckName.PHONES)).returns("broken", Finding::state);
        assertThat(directory).as("what was tried is taken away").isEmptyDirectory();
    }

    @Test
    void atADeadPortTheFirstCheckThatFailsSaysWhyAndNoOtherOneIsTried() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        Map<CheckName, Finding> found = examine(URI.create("http://127.0.0.1:" + port), SITE.passwordSha256());

        assertThat(key(found.get(CheckName.TCP))).isEqualTo("tcp.refused");
        for (CheckName check : List.of(
                CheckName.CERTIFICATE,
                CheckName.ANSWER,
                CheckName.CLOCK,
                CheckName.LEGACY,
                CheckName.OPEN,
                CheckName.SPEED)) {
            assertThat(key(found.get(check))).as(check.key()).isEqualTo("not tried: tcp");
        }
        assertThat(found.get(CheckName.RIGHTS)).isInstanceOf(Finding.Well.class);
    }

    @Test
    void aNameThatIsNowhereIsSaidToBe() {
        Map<CheckName, Finding> found = examine(URI.create("https://central.invalid"), SITE.passwordSha256());

        assertThat(key(found.get(CheckName.NAME))).isEqualTo("name.unknown");
        assertThat(key(found.get(CheckName.OPEN))).isEqualTo("not tried: name");
    }

    @Test
    void aClockThatIsOffIsToldByTheServersDate() {
        clock.ahead(Duration.ofHours(-3));

        Finding found = examine(network.legacyUrl(), SITE.passwordSha256()).get(CheckName.CLOCK);

        assertThat(found.state()).isEqualTo("broken");
        assertThat(new FindingWords(TestPhrases.in("fr"), clock.instant()).meaning(found))
                .matches("Elle retarde de (2 h 59|3 h).*");
    }

    @Test
    void aWrongPasswordIsSaidAsARunSaysItAndSecretsAreNot() {
        String wrong = "0".repeat(64);
        Map<CheckName, Finding> found = examine(network.legacyUrl(), wrong);

        assertThat(key(found.get(CheckName.LEGACY))).isEqualTo(FailureCode.WRONG_PASSWORD.key());
        assertThat(key(found.get(CheckName.SPEED))).isEqualTo("not tried: legacy");
        String report = new DoctorReport(
                        List.copyOf(found.values()), new FindingWords(TestPhrases.in("es"), clock.instant()))
                .text();
        assertThat(report).contains("averiado", "mSupply").doesNotContain(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "REDIRECT, http://login.hotel.example/, ANSWER, answer.elsewhere",
        "HTML, 200, ANSWER, answer.page",
        "HTML, 503, ANSWER, answer.trouble",
        "NO_OPEN_SERVER, , OPEN, v6-not-configured",
    })
    void whateverTheServersDoHasItsWords(FaultKind kind, String detail, CheckName check, String key) {
        network.faults().add(Fault.always(kind, CentralServer.LEGACY).saying(detail));

        assertThat(key(examine(network.legacyUrl(), SITE.passwordSha256()).get(check)))
                .isEqualTo(key);
    }

    @Test
    void beforeTheSetUpTheWayToATypedAddressIsExaminedAllTheSame() {
        Map<CheckName, Finding> found = examine(new Known(Optional.of(network.legacyUrl()), Optional.empty()), clock);

        assertThat(found.get(CheckName.ANSWER)).isInstanceOf(Finding.Well.class);
        assertThat(key(found.get(CheckName.LEGACY))).isEqualTo("legacy.no-credentials");
        Map<CheckName, Finding> nothing = examine(new Known(Optional.empty(), Optional.empty()), clock);
        assertThat(key(nothing.get(CheckName.NAME))).isEqualTo("name.no-server");
        assertThat(key(nothing.get(CheckName.SPEED))).isEqualTo("not tried: name");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsReadAndRefused(@TempDir Path folder) throws Exception {
        try (SSLServerSocket socket = (SSLServerSocket) Certificates.make(folder, "central", "dns:localhost")
                .tls()
                .getServerSocketFactory()
                .createServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greetAll(socket));
            URI address = URI.create("https://localhost:" + socket.getLocalPort());

            Finding found = examine(address, SITE.passwordSha256()).get(CheckName.CERTIFICATE);

            assertThat(key(found)).isEqualTo("certificate.refused");
            assertThat(new FindingWords(TestPhrases.in("en"), clock.instant()).meaning(found))
                    .contains("CN=", "certification path");
        }
    }

    private static void greetAll(SSLServerSocket socket) {
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                connection.getInputStream().read();
                connection.getOutputStream().write("HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n".getBytes());
            } catch (IOException hungUp) {
                // The next one, until the test is over.
                continue;
            }
        }
    }
}
