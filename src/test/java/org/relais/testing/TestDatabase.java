package org.relais.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.relais.database.EmbeddedMariaDb;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A schema of a test class's own on the embedded MariaDB that the whole suite shares, with Flyway's migrations in it.
 *
 * <p>Without Spring: {@code @RegisterExtension static final TestDatabase db = TestDatabase.fresh();}, then
 * {@link #dataSource()}. The schema is dropped after the class.
 *
 * <p>With Spring: the same field, and {@code @DynamicPropertySource static void database(DynamicPropertyRegistry registry) {
 * db.register(registry); }}. As Spring keeps the context for later classes, the schema is dropped when the next run begins.
 *
 * <p>Outside of JUnit's class life cycle (a crash test's child process, jqwik's own) {@link #fresh()} with {@link #close()}
 * does the same.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final String PREFIX = EmbeddedMariaDb.SCHEMA + "_test_";
    private static final int POOL_SIZE = 8;

    private String schema;
    private HikariDataSource dataSource;
    private boolean usedBySpring;

    private final String version;

    private TestDatabase(String version) {
        this.version = version;
    }

    /** A database that is made when it is first used. */
    public static TestDatabase fresh() {
        return new TestDatabase("latest");
    }

    /** A database as a program of an earlier version left it, with the migrations up to this one; see {@link #migrate}. */
    public static TestDatabase ofVersion(String version) {
        return new TestDatabase(version);
    }

    /** Brings the schema up to date, as the program does when it starts. */
    public void migrate() {
        migrate("latest");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url(), username(), password())
                .target(target)
                .load()
                .migrate();
    }

    /** Hands the schema's address and account to a Spring context as {@code spring.datasource.*}. */
    public void register(DynamicPropertyRegistry registry) {
        usedBySpring = true;
        registry.add("spring.datasource.url", this::url);
        registry.add("spring.datasource.username", this::username);
        registry.add("spring.datasource.password", this::password);
    }

    /** A pool of connections to the migrated schema. */
    public synchronized DataSource dataSource() {
        if (dataSource == null) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(url());
            config.setUsername(username());
            config.setPassword(password());
            config.setMaximumPoolSize(POOL_SIZE);
            config.setMinimumIdle(1);
            dataSource = new HikariDataSource(config);
        }
        return dataSource;
    }

    /** The JDBC address of the migrated schema. */
    public String url() {
        return TestServer.get().url(schema());
    }

    /** The account for {@link #url()}. */
    public String username() {
        return TestServer.get().username();
    }

    /** The password for {@link #url()}. */
    public String password() {
        return TestServer.get().password();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        schema();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    /** Closes the connections and drops the schema, unless a Spring context may still use it. */
    @Override
    public synchronized void close() {
        if (dataSource != null) {
            dataSource.close();
            dataSource = null;
        }
        if (schema != null && !usedBySpring) {
            execute("DROP DATABASE `" + schema + "`");
            schema = null;
        }
    }

    private synchronized String schema() {
        if (schema == null) {
            LeftoverSchemas.dropOnce();
            String made = PREFIX + UUID.randomUUID().toString().replace('-', '_');
            execute("CREATE DATABASE `" + made + "`");
            schema = made;
            migrate(version);
        }
        return schema;
    }

    private static void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect() throws SQLException {
        EmbeddedMariaDb server = TestServer.get();
        return DriverManager.getConnection(server.url(""), server.username(), server.password());
    }

    /** The schemas of earlier runs, dropped once per JVM. */
    private static final class LeftoverSchemas {

        static {
            List<String> drops = new ArrayList<>();
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet schemas = statement.executeQuery("SHOW DATABASES LIKE '" + PREFIX + "%'")) {
                while (schemas.next()) {
                    drops.add("DROP DATABASE `" + schemas.getString(1) + "`");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            execute(drops.toArray(String[]::new));
        }

        static void dropOnce() {
            // Loading this class did it.
        }
    }
}
