package org.relais.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.language.ShellLanguage;
import org.relais.testing.Rows;
import org.relais.testing.TestDatabase;
import org.relais.vocabulary.ProgramVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

class CommandsTest {

    private static final Pattern PASSWORD = Pattern.compile("(?m)^ {4}([a-z0-9]{4}(?:-[a-z0-9]{4}){3})$");

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private final MockEnvironment settings = new MockEnvironment().withProperty("server.port", "8080");
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "run, false",
        "--server.port=9000, false",
        "status, true",
        "--version, true",
        "-h, true",
        "stauts, true",
    })
    void aWordAsksForACommandAndSettingsForTheServer(String argument, boolean command) {
        assertThat(Commands.isAskedForBy(argument, "--server.port=9000")).isEqualTo(command);
        assertThat(Commands.isAskedForBy()).isFalse();
    }

    @Test
    void whatTheServerGetsIsItsSettings() {
        assertThat(Commands.settingsIn("run", "--server.port=9000")).containsExactly("--server.port=9000");
        assertThat(Commands.settingsIn("--server.port=9000")).containsExactly("--server.port=9000");
    }

    @ParameterizedTest
    @CsvSource({"en_GB.UTF-8, Usage:", "fr_FR.UTF-8, Utilisation", "es_SV, Uso:", "C.UTF-8, Usage:", "de_DE, Usage:"})
    void theHelpNamesEveryCommandInTheLanguageOfTheShell(String locale, String beginning) {
        assertThat(new HelpCommand().carryOut(console(locale))).isEqualTo(ExitCode.WELL);

        assertThat(text()).startsWith(beginning).contains("  run ").doesNotContain("!");
        assertThat(Commands.all()).allSatisfy(command -> assertThat(text()).contains("  " + command.word() + " "));
    }

    @Test
    void theVersionIsTheProgramsOwn() {
        new VersionCommand().carryOut(console("fr"));

        assertThat(text()).isEqualTo("Relais " + ProgramVersion.ofThisProgram().number() + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource({"200, 0, tout va bien", "503, 1, il y a un problème"})
    void theStatusIsWhatTheSiteSaysOfItself(int answered, int exitCode, String words) throws IOException {
        HttpServer site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/actuator/health", call -> {
            call.sendResponseHeaders(answered, -1);
            call.close();
        });
        site.start();
        try {
            settings.setProperty("server.port", String.valueOf(site.getAddress().getPort()));

            assertThat(new StatusCommand().carryOut(console("fr_FR"))).isEqualTo(exitCode);

            assertThat(text()).contains(words);
        } finally {
            site.stop(0);
        }
    }

    @Test
    void aSiteThatDoesNotAnswerIsNotRunning() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            settings.setProperty("server.port", String.valueOf(closed.getLocalPort()));
        }

        assertThat(new StatusCommand().carryOut(console("es"))).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(text()).contains("Relais no responde en http://127.0.0.1:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                        |      | http://127.0.0.1:8080/
            0.0.0.0     |      | http://127.0.0.1:8080/
            ::1         |      | http://[::1]:8080/
            10.0.0.5    | /crt | https://10.0.0.5:8080/
            """)
    void thePageIsLookedForWhereTheSettingsPlaceIt(String address, String certificate, String page) {
        settings.setProperty("server.address", address == null ? "" : address);
        settings.setProperty("server.ssl.certificate", certificate == null ? "" : certificate);

        assertThat(OwnPage.of(settings).address()).hasToString(page);
    }

    @Test
    void aNewPasswordIsShownOnceAndKeptAsAHash() {
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        jdbc.sql("""
                        insert into account (id, name, password, administrator, network, active, created_at, changed_at)
                        values ('a', 'admin', '{bcrypt}before', true, false, true, now(), now())
                        """).update();
        useDatabase();

        assertThat(new PasswordCommand().carryOut(console("fr"))).isEqualTo(ExitCode.WELL);

        String password = PASSWORD.matcher(text())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        String kept = jdbc.sql("select password from account where name = 'admin'")
                .query(String.class)
                .single();
        assertThat(PasswordEncoderFactories.createDelegatingPasswordEncoder().matches(password, kept))
                .isTrue();
        assertThat(kept).doesNotContain(password);
        jdbc.sql("delete from account").update();
    }

    @Test
    void aPasswordThatTheSettingsChooseIsLeftToThem() {
        useDatabase();
        settings.setProperty("relais.admin.password", "choisi");

        assertThat(new PasswordCommand().carryOut(console("fr"))).isEqualTo(ExitCode.NOT_WELL);
        assertThat(text()).contains("relais.admin.password").doesNotContain("choisi");
    }

    @Test
    void aSiteThatDoesNotRunGetsNoPassword(@TempDir Path data) {
        settings.setProperty("relais.data.directory", data.toString());

        assertThat(new PasswordCommand().carryOut(console("en"))).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(text()).contains("not running");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Diagnostic de Relais, [en panne] Connexion au serveur central",
        "es, Diagnóstico, [averiado] Conexión"
    })
    void theDoctorSaysWhatIsBrokenWithoutStartingAnything(
            String locale, String beginning, String broken, @TempDir Path data) {
        useDatabase();
        settings.setProperty("relais.data.directory", data.toString());
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        new Rows(jdbc).site("Site 2");

        assertThat(new DoctorCommand().carryOut(console(locale))).isEqualTo(ExitCode.NOT_WELL);

        assertThat(text()).startsWith(beginning).contains(broken).doesNotContain("!{");
        assertThat(data).isEmptyDirectory();
        jdbc.sql("delete from site").update();
    }

    @Test
    void theDoctorOfASiteThatDoesNotRunSaysWhatCannotBeKnown(@TempDir Path data) {
        settings.setProperty("relais.data.directory", data.toString());

        assertThat(new DoctorCommand().carryOut(console("en"))).isBetween(ExitCode.WELL, ExitCode.NOT_WELL);

        assertThat(text())
                .contains("[look at it] Database", "Start Relais", "[not possible to say] Name of the central server")
                .contains(
                        "[not possible to say] Backup",
                        "Not tried, because of another check: Name of the central server.");
    }

    /** The port that a process left which was killed. */
    @Test
    void aDatabaseThatIsGoneIsNotRunning(@TempDir Path data) throws IOException {
        Path mariadb = Files.createDirectories(data.resolve("mariadb"));
        Files.writeString(mariadb.resolve("port"), "1");
        Files.writeString(mariadb.resolve("password"), "secret");
        settings.setProperty("relais.data.directory", data.toString());

        assertThat(new PasswordCommand().carryOut(console("en"))).isEqualTo(ExitCode.NOT_RUNNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr_CA.UTF-8", "fr", "fr_FR@euro"})
    void theLanguageOfTheShellIsReadWithoutItsRegionAndItsLetters(String locale) {
        assertThat(ShellLanguage.of(Map.of("LANG", locale)).text("menu.home")).isEqualTo("Accueil");
        assertThat(ShellLanguage.of(Map.of("LANG", locale, "LC_ALL", "es_ES")).text("menu.home"))
                .isEqualTo("Inicio");
    }

    private void useDatabase() {
        settings.setProperty("spring.datasource.url", db.url());
        settings.setProperty("spring.datasource.username", db.username());
        settings.setProperty("spring.datasource.password", db.password());
    }

    private Console console(String locale, String... words) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Console(settings, List.of(words), ShellLanguage.of(Map.of("LANG", locale)), out, out);
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
