package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.RelaisApplication;
import org.relais.startup.StartFailure;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** In the demonstration the network is there before the site's beans are; in the program that sites run it is not at all. */
class DemonstrationTest {
    @TempDir
    Path directory;

    @Configuration
    static class Site {}

    @Test
    void setsTheSiteUpAgainstTheNetworkAndEndsItWithTheSite() throws Exception {
        int port;
        try (ConfigurableApplicationContext site = start()) {
            DemoNetwork network = site.getBean(DemoNetwork.class);
            Environment settings = site.getEnvironment();
            assertThat(settings.getProperty("relais.site.central-url"))
                    .isEqualTo(network.legacyUrl().toString());
            assertThat(settings.getProperty("relais.site.name")).isEqualTo("site-1");
            assertThat(settings.getProperty("relais.site.password")).isEqualTo("pass");
            assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
            assertThat(directory.resolve("demo/network.journal")).exists();
            assertThat(DemoGreeting.text(network, settings))
                    .contains(network.pageUrl().toString(), "pharmacien", "demonstration", "site-1 / pass");
            port = network.legacyUrl().getPort();
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void letsTheUsersOwnSettingsWin() {
        try (ConfigurableApplicationContext site = start("--relais.site.name=mine", "--relais.admin.password=secret")) {
            assertThat(site.getEnvironment().getProperty("relais.site.name")).isEqualTo("mine");
            assertThat(site.getEnvironment().getProperty("relais.admin.password"))
                    .isEqualTo("secret");
        }
    }

    @Test
    void namesASettingThatIsWrong() {
        assertThatThrownBy(() -> start("--relais.demo.open-port=lots"))
                .isInstanceOf(StartFailure.class)
                .hasMessage("relais.demo.open-port is \"lots\", allowed are 0 to 65535.");
    }

    @Test
    void keepsItsDataApartFromARealSitesWhenNobodySaysWhere() {
        try (ConfigurableApplicationContext site = start()) {
            assertThat(site.getEnvironment().getProperty("relais.data.default")).isEqualTo("./data/demo");
        }
    }

    @Test
    void isNoPartOfTheProgramThatSitesRun() throws IOException, URISyntaxException {
        Path program = Path.of(RelaisApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(program.resolve("org/relais")).isDirectory();
        try (Stream<Path> files = Files.walk(program)) {
            List<Path> ofTheDemonstration = files.filter(Files::isRegularFile)
                    .filter(file -> file.startsWith(program.resolve("demo")) || speaksOfTheDemonstration(file))
                    .toList();
            assertThat(ofTheDemonstration).isEmpty();
        }
    }

    /** The class itself or a resource, but also a mention in another one's constants or in a list of hooks. */
    private static boolean speaksOfTheDemonstration(Path file) {
        try {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            return Stream.of("org/relais/demo", "org.relais.demo", "relais.demo.")
                    .anyMatch(content::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConfigurableApplicationContext start(String... more) {
        SpringApplication application = Demonstration.withNetwork(Site.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(settings(more));
    }

    private String[] settings(String... more) {
        return Stream.concat(
                        Stream.of("--relais.data.directory=" + directory, "--relais.demo.records=5000"),
                        Stream.of(more))
                .toArray(String[]::new);
    }
}
