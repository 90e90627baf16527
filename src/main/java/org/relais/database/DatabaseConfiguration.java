package org.relais.database;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data directory, and the embedded server unless the settings name another one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataSettings.class, DatabaseSettings.class})
class DatabaseConfiguration {

    @Bean
    DataDirectory dataDirectory(DataSettings settings) {
        return new DataDirectory(settings.directory());
    }

    /**
     * Spring Boot builds the connection pool from {@link JdbcConnectionDetails}; as the pool thereby depends on the server, it
     * and all that uses it (Quartz, Hibernate) are closed before the server stops.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${spring.datasource.url:}'.isBlank()")
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedMariaDb embeddedMariaDb(DataDirectory directory, DatabaseSettings settings) {
            Path home = directory.file("mariadb");
            return EmbeddedMariaDb.start(home, home.resolve("binaries"), settings.memory());
        }

        @Bean
        JdbcConnectionDetails embeddedMariaDbConnection(EmbeddedMariaDb mariaDb) {
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return mariaDb.url();
                }

                @Override
                public String getUsername() {
                    return mariaDb.username();
                }

                @Override
                public String getPassword() {
                    return mariaDb.password();
                }
            };
        }
    }
}
