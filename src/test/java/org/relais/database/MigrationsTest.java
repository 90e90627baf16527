package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** An upgrade that is killed is carried out once more by the next start, which finds it half done: MariaDB undoes no change of a table. */
class MigrationsTest {

    /** Those before are older than the rule. */
    private static final int SINCE = 9;

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @Test
    void eachCanBeCarriedOutOnceMore() throws SQLException {
        flyway().cleanDisabled(false).load().clean();
        int repeated = 0;
        for (MigrationInfo migration : flyway().load().info().pending()) {
            flyway().target(migration.getVersion()).load().migrate();
            if (migration.getVersion().getMajor().intValue() >= SINCE) {
                try (Connection connection = db.dataSource().getConnection()) {
                    ScriptUtils.executeSqlScript(
                            connection, new ClassPathResource("db/migration/" + migration.getScript()));
                }
                repeated++;
            }
        }

        assertThat(repeated).isPositive();
        assertThat(flyway().load().info().pending()).isEmpty();
    }

    private static FluentConfiguration flyway() {
        return Flyway.configure().dataSource(db.dataSource());
    }
}
