package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relais.startup.StartFailure;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** In the profile demo the network is there before the beans are; in every other it is out of reach. */
class DemoEnvironmentTest {
    @TempDir
    Path directory;

    @Configuration
    @Import(DemoGreeting.class)
    static class Only {}

    @Test
    void setsTheSiteUpAgainstTheNetwork() throws Exception {
        int port;
        try (ConfigurableApplicationContext context = start("demo")) {
            DemoNetwork network = context.getBean(DemoNetwork.class);
            assertThat(context.getEnvironment().getProperty("relais.site.central-url"))
                    .isEqualTo(network.legacyUrl().toString());
            assertThat(context.getEnvironment().getProperty("relais.site.name")).isEqualTo("site-1");
            assertThat(context.getEnvironment().getProperty("relais.site.password"))
                    .isEqualTo("pass");
            assertThat(directory.resolve("demo/network.journal")).exists();
            assertThat(context.getBean(DemoGreeting.class).text())
                    .contains(network.pageUrl().toString(), "pharmacien", "demonstration", "site-1 / pass");
            port = network.legacyUrl().getPort();
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(java.net.ConnectException.class);
    }

    @Test
    void letsTheUsersOwnSettingsWin() {
        try (ConfigurableApplicationContext context = start("demo", "--relais.site.name=mine")) {
            assertThat(context.getEnvironment().getProperty("relais.site.name")).isEqualTo("mine");
        }
    }

    @Test
    void isNotThereInProduction() {
        try (ConfigurableApplicationContext context = start("production")) {
            assertThat(context.getBeansOfType(DemoNetwork.class)).isEmpty();
            assertThat(context.getBeansOfType(DemoGreeting.class)).isEmpty();
            assertThat(context.getEnvironment().getProperty("relais.site.central-url"))
                    .isNull();
        }
        assertThat(directory.resolve("demo")).doesNotExist();
    }

    @Test
    void namesASettingThatIsWrong() {
        assertThatThrownBy(() -> start("demo", "--relais.demo.open-port=lots"))
                .isInstanceOf(StartFailure.class)
                .hasMessage("relais.demo.open-port is \"lots\", allowed are 0 to 65535.");
    }

    private ConfigurableApplicationContext start(String profile, String... settings) {
        String[] all = new String[settings.length + 2];
        System.arraycopy(settings, 0, all, 2, settings.length);
        all[0] = "--relais.data.directory=" + directory;
        all[1] = "--relais.demo.records=5000";
        return new SpringApplicationBuilder(Only.class)
                .web(WebApplicationType.NONE)
                .profiles(profile)
                .run(all);
    }
}
