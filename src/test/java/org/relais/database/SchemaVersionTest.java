package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.relais.startup.StartFailure;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaVersionTest {

    @Test
    void theDatabaseOfANewerVersionIsRefusedAndLeftAsItIs() {
        try (TestDatabase database = TestDatabase.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            Flyway flyway = Flyway.configure().dataSource(database.dataSource()).load();
            SchemaVersion version = new SchemaVersion(flyway);
            version.refuseWhatIsNotKnown();

            applied(jdbc, "9999", true);
            List<Map<String, Object>> before = history(jdbc);
            assertThatThrownBy(version::refuseWhatIsNotKnown)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("made by a newer version of Relais")
                    .hasMessageContaining("9999")
                    .hasMessageContaining("restore the backup from before");
            assertThat(history(jdbc)).isEqualTo(before);
        }
    }

    @Test
    void aVersionBetweenOursThatWeDoNotKnowIsRefusedToo() {
        try (TestDatabase database = TestDatabase.fresh()) {
            applied(JdbcClient.create(database.dataSource()), "1.5", true);
            Flyway flyway = Flyway.configure().dataSource(database.dataSource()).load();

            assertThatThrownBy(new SchemaVersion(flyway)::refuseWhatIsNotKnown)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("1.5");
        }
    }

    @Test
    void anUpgradeThatBrokeOffIsTold() {
        try (TestDatabase database = TestDatabase.fresh()) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            jdbc.sql("update flyway_schema_history set success = 0 order by installed_rank desc limit 1")
                    .update();
            Flyway flyway = Flyway.configure().dataSource(database.dataSource()).load();

            assertThatThrownBy(new SchemaVersion(flyway)::refuseWhatIsNotKnown)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("broke off");
        }
    }

    private static void applied(JdbcClient jdbc, String version, boolean success) {
        jdbc.sql("""
                        insert into flyway_schema_history
                        select max(installed_rank) + 1, ?, 'later', 'SQL', 'V__later.sql', 1, 'relais', now(), 1, ?
                        from flyway_schema_history
                        """).params(version, success).update();
    }

    private static List<Map<String, Object>> history(JdbcClient jdbc) {
        return jdbc.sql("select * from flyway_schema_history order by installed_rank")
                .query()
                .listOfRows();
    }
}
