package org.relais.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.relais.startup.LastWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The data directory, and the embedded server unless the settings name another one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DataSettings.class, DatabaseSettings.class})
class DatabaseConfiguration {

    private static final Logger log = LoggerFactory.getLogger(DatabaseConfiguration.class);

    @Bean
    DataDirectory dataDirectory(DataSettings settings) {
        return new DataDirectory(settings.directory());
    }

    @Bean
    DataDisk dataDisk(DataDirectory directory) {
        return new DataDisk(directory.path());
    }

    /** The data directory's disk is the database's only when the server in it is. */
    @Bean(destroyMethod = "close")
    DatabaseWatch databaseWatch(
            JdbcConnectionDetails details,
            DataDisk disk,
            ObjectProvider<EmbeddedMariaDb> embedded,
            Environment settings) {
        boolean ours = embedded.getIfAvailable() != null;
        DatabaseProbe probe = new DatabaseProbe(
                details.getJdbcUrl(),
                details.getUsername(),
                details.getPassword(),
                driverOptions(settings),
                DatabaseWatch.LIMIT);
        return DatabaseWatch.start(probe, ours ? disk::condition : () -> DataDisk.Condition.FINE);
    }

    private static Properties driverOptions(Environment settings) {
        Properties options = new Properties();
        Binder.get(settings)
                .bind("spring.datasource.hikari.data-source-properties", Bindable.mapOf(String.class, String.class))
                .ifBound(options::putAll);
        return options;
    }

    /** Everybody who asks the database does so through the watch. */
    @Bean
    static BeanPostProcessor watchedPool(ObjectProvider<DatabaseWatch> watch) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new WatchedDataSource(pool, watch.getObject()) : bean;
            }
        };
    }

    @Bean
    FlywayMigrationStrategy schemaCheck() {
        return flyway -> {
            new SchemaVersion(flyway).refuseWhatIsNotKnown();
            flyway.migrate();
            // The longest silence of a start follows: the program and its pages are put together, without a line of
            // their own.
            log.info("The database is ready; the program and its pages come next, half a minute on a slow machine");
        };
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
            return EmbeddedMariaDb.start(
                    directory.file("mariadb"), settings.programsFor(directory), settings.memory(), LastWord::sayAndEnd);
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
