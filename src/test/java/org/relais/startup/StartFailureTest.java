package org.relais.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.RelaisApplication;
import org.relais.testing.ProgramJava;
import org.relais.testing.SmallDisk;
import org.relais.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Starts the real application with something wrong and reads what it says. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.port           | abc          | must be a port number from 0 (any free one) to 65535
            server.port           | 70000        | must be a port number from 0 (any free one) to 65535
            server.address        | 203.0.113.7  | must be an address of this machine
            relais.data.directory | /dev/null/data| must be a directory that the service's user can make and write to
            relais.database.redo-log | much      | must be a size such as 512KB or 64MB
            relais.badge.shown-from | 0          | must be 1 or more
            relais.proxies        | proxy.example.org | must be addresses or ranges of addresses, such as 127.0.0.1, 10.1.0.0/16 or ::1
            server.forward-headers-strategy | native | must be none; name the proxy's address in relais.proxies instead
            server.ssl.certificate | /none.crt   | must be a file with the server's certificate in PEM form, the chain after it
            spring.datasource.url | jdbc:h2:mem: | must be the address of a MariaDB server, such as jdbc:mariadb://localhost:3306/relais
            """)
    void aWrongValueIsToldInOneLine(String setting, String value, String must, CapturedOutput output) {
        assertThatThrownBy(() -> start("--" + setting + "=" + value)).isInstanceOf(Exception.class);

        assertThat(told(output))
                .containsExactly("Relais cannot start. Setting " + setting + "=" + value + " is wrong: " + must);
        assertThat(complaints(output)).isEmpty();
    }

    @Test
    void aDatabaseThatIsNoMariaDbIsToldWithoutItsAccount(CapturedOutput output) {
        assertThatThrownBy(() -> start("--spring.datasource.url=jdbc:mysql://me:s3cret@db:3306/x?password=s3cret"))
                .isInstanceOf(Exception.class);

        assertThat(told(output)).singleElement().satisfies(line -> assertThat(line)
                .contains("spring.datasource.url=jdbc:mysql://db:3306/x is wrong")
                .doesNotContain("s3cret"));
    }

    @Test
    void aPortInUseIsToldInOneLine(CapturedOutput output) throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> start("--server.port=" + port)).isInstanceOf(Exception.class);

            assertThat(told(output))
                    .containsExactly("Relais cannot start. Setting server.port=" + port
                            + " is wrong: another program is using this port; must be a free one, or 0 for any");
            assertThat(complaints(output)).isEmpty();
        }
    }

    @Test
    void aDatabaseServerThatIsNotThereIsToldInOneLine(CapturedOutput output) {
        assertThatThrownBy(() -> start("--spring.datasource.url=jdbc:mariadb://127.0.0.1:1/relais"))
                .isInstanceOf(Exception.class);

        assertThat(told(output)).singleElement().satisfies(line -> assertThat(line)
                .startsWith("Relais cannot start. Setting spring.datasource.url=jdbc:mariadb://127.0.0.1:1/relais"
                        + " is wrong: must be a MariaDB server that can be reached"));
        assertThat(complaints(output)).isEmpty();
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedInOneLine(CapturedOutput output) {
        try (TestDatabase newer = TestDatabase.fresh()) {
            JdbcClient.create(newer.dataSource()).sql("""
                            insert into flyway_schema_history
                            select max(installed_rank) + 1, '9999', 'later', 'SQL', 'V__later.sql', 1, 'relais', now(), 1, 1
                            from flyway_schema_history
                            """).update();

            assertThatThrownBy(() -> start("--spring.datasource.url=" + newer.url()))
                    .isInstanceOf(Exception.class);

            assertThat(told(output))
                    .containsExactly(
                            "Relais cannot start. The database was made by a newer version of Relais (its tables"
                                    + " have version 9999): install that version, or restore the backup from before");
            assertThat(complaints(output)).isEmpty();
        }
    }

    @Test
    void aFullDiskIsToldInOneLine(CapturedOutput output) throws Exception {
        try (SmallDisk disk = SmallDisk.of(DataSize.ofMegabytes(4))) {
            disk.fill();

            assertThatThrownBy(() -> start("--relais.data.directory=" + disk.path()))
                    .isInstanceOf(Exception.class);

            assertThat(told(output)).singleElement().satisfies(line -> assertThat(line)
                    .startsWith("Relais cannot start. The disk of " + disk.path() + " is full: free space"));
            assertThat(complaints(output)).isEmpty();
        }
    }

    @Test
    void aDiskWithTooLittleRoomForANewDatabaseIsToldInOneLine(CapturedOutput output) throws Exception {
        try (SmallDisk disk = SmallDisk.of(DataSize.ofMegabytes(32))) {
            assertThatThrownBy(() -> SpringApplication.run(
                            RelaisApplication.class, "--server.port=0", "--relais.data.directory=" + disk.path()))
                    .isInstanceOf(Exception.class);

            assertThat(told(output)).singleElement().satisfies(line -> assertThat(line)
                    .startsWith("Relais cannot start. The disk of " + disk.path() + " has too little room"));
            assertThat(complaints(output)).isEmpty();
        }
    }

    @Test
    void aReadOnlyDiskIsToldInOneLine(CapturedOutput output) throws Exception {
        try (SmallDisk disk = SmallDisk.of(DataSize.ofMegabytes(4))) {
            disk.makeReadOnly();

            assertThatThrownBy(() -> start("--relais.data.directory=" + disk.path()))
                    .isInstanceOf(Exception.class);

            assertThat(told(output)).singleElement().satisfies(line -> assertThat(line)
                    .contains("relais.data.directory=" + disk.path())
                    .endsWith("its disk is read-only"));
            assertThat(complaints(output)).isEmpty();
        }
    }

    @Test
    void aLogThatCannotBeWrittenIsToldInOneLine(CapturedOutput output, @TempDir Path folder) throws Exception {
        Path log = Files.createDirectories(folder.resolve("relais.log"));

        assertThatThrownBy(() -> start("--logging.file.name=" + log)).isInstanceOf(Exception.class);

        assertThat(told(output)).singleElement().satisfies(line -> assertThat(line)
                .startsWith("Relais cannot start. The file " + log + " cannot be used"));
        assertThat(complaints(output)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application.yaml | 'server: [1'      | A configuration file is not written as YAML has it, line 1
            application.yaml | 'server.port: ${none}' | The configuration uses a name that nothing defines
            other.yaml       | 'server.port: 0'  | The configuration is not there
            """)
    void aConfigurationThatCannotBeReadIsToldInOneLine(
            String file, String content, String told, CapturedOutput output, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(file), content);

        assertThatThrownBy(() -> SpringApplication.run(
                        RelaisApplication.class, "--spring.config.location=file:" + folder + "/application.yaml"))
                .isInstanceOf(Exception.class);

        assertThat(told(output)).singleElement().satisfies(line -> assertThat(line)
                .startsWith("Relais cannot start. " + told));
        assertThat(complaints(output)).isEmpty();
    }

    /** As a service manager starts it: with nothing in its environment but what is given. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --server.port=é                     |               | Setting server.port=é is wrong: must be a port number
            --server.port=0                     | SERVER_PORT=ñ |
            --spring.main.banner-mode=off       | SERVER_PORT=ñ | Setting server.port=ñ is wrong: must be a port number
            --relais.data.directory=/tmp/Données|               | set LC_ALL=C.UTF-8 in the environment
            """)
    void whatIsGivenWithoutALocaleIsReadAsItWasWritten(
            String argument, String variable, String told, @TempDir Path folder) throws Exception {
        List<String> call = ProgramJava.alone("-Dstderr.encoding=UTF-8");
        call.addAll(List.of(
                RelaisApplication.class.getName(),
                "--logging.file.name=",
                "--server.address=203.0.113.7",
                "--spring.datasource.url=jdbc:mariadb://127.0.0.1:1/none",
                argument));
        ProcessBuilder command = new ProcessBuilder(call);
        command.environment().clear();
        if (variable != null) {
            command.environment().put(variable.replaceFirst("=.*", ""), variable.replaceFirst(".*=", ""));
        }
        Process started = command.directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String error = new String(started.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(started.waitFor()).isEqualTo(1);
        assertThat(error.lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("Relais cannot start. ")
                .contains(told == null ? "spring.datasource.url" : told)
                .doesNotContain("\uFFFD"));
    }

    private static void start(String wrong) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + db.url(),
                "--spring.datasource.username=" + db.username(),
                "--spring.datasource.password=" + db.password()));
        arguments.removeIf(argument -> argument.startsWith(wrong.substring(0, wrong.indexOf('=') + 1)));
        arguments.add(wrong);
        SpringApplication.run(RelaisApplication.class, arguments.toArray(String[]::new))
                .close();
    }

    private static List<String> complaints(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains(" ERROR ") || line.contains("\tat "))
                .toList();
    }

    /**
     * What a person reads. What other sites of this test process say in the moment in which a start sets its log up is the log
     * library's own, and not of this start.
     */
    private static Stream<String> told(CapturedOutput output) {
        return output.getErr()
                .lines()
                .filter(line -> !line.contains(" - No appenders present in context [default] for logger ["));
    }
}
