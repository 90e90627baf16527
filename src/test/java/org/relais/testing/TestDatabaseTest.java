package org.relais.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private final TimeZone usual = TimeZone.getDefault();

    @AfterEach
    void backToTheUsualZone() {
        TimeZone.setDefault(usual);
    }

    @Test
    void eachHasASchemaOfItsOwnThatIsGoneWhenClosed() {
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        String ours = jdbc.sql("SELECT DATABASE()").query(String.class).single();
        TestDatabase other = TestDatabase.fresh();
        String theirs;
        try (other) {
            theirs = JdbcClient.create(other.dataSource())
                    .sql("SELECT DATABASE()")
                    .query(String.class)
                    .single();
            assertThat(theirs).isNotEqualTo(ours);
        }
        assertThat(jdbc.sql("SHOW DATABASES").query(String.class).list())
                .contains(ours)
                .doesNotContain(theirs);
    }

    @Test
    void timesAreUtcInTheDatabaseWhereverTheProcessRuns() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Bogota"));
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        Instant moment = Instant.parse("2026-03-29T01:30:00.123456Z");
        jdbc.sql("CREATE TABLE moments (at DATETIME(6))").update();
        jdbc.sql("INSERT INTO moments VALUES (?)").param(Timestamp.from(moment)).update();
        assertThat(jdbc.sql("SELECT CAST(at AS CHAR) FROM moments")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-03-29 01:30:00.123456");
        assertThat(jdbc.sql("SELECT at FROM moments")
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(moment);
    }
}
