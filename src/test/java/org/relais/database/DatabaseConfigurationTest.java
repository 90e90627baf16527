package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.relais.testing.TestDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseConfigurationTest {

    @RegisterExtension
    static final TestDatabase external = TestDatabase.fresh();

    @TempDir
    Path directory;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class));

    @Test
    void bringsItsOwnServerAndStopsItWithTheApplication() {
        ProcessHandle[] server = new ProcessHandle[1];

        application.withPropertyValues("relais.data.directory=" + directory).run(context -> {
            server[0] = ProcessHandle.of(context.getBean(EmbeddedMariaDb.class).pid())
                    .orElseThrow();
            assertThat(version(context.getBean(JdbcClient.class))).contains("MariaDB");
            assertThat(directory.resolve("mariadb/data")).isDirectory();
        });

        assertThat(server[0].isAlive()).isFalse();
    }

    @Test
    void startsNoServerWhenOneIsNamed() {
        application
                .withPropertyValues(
                        "relais.data.directory=" + directory,
                        "spring.datasource.url=" + external.url(),
                        "spring.datasource.username=" + external.username(),
                        "spring.datasource.password=" + external.password())
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedMariaDb.class);
                    assertThat(version(context.getBean(JdbcClient.class))).contains("MariaDB");
                    assertThat(directory.resolve("mariadb")).doesNotExist();
                });
    }

    private static String version(JdbcClient jdbc) {
        return jdbc.sql("SELECT VERSION()").query(String.class).single();
    }
}
