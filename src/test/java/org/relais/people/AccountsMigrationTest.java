package org.relais.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an earlier version kept of people is there after an upgrade. */
class AccountsMigrationTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @Test
    void storesAndPermissionsAreCarriedOverAndOfOneNameOneAccountStays() {
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        Flyway.configure()
                .dataSource(db.dataSource())
                .cleanDisabled(false)
                .load()
                .clean();
        Flyway.configure().dataSource(db.dataSource()).target("8").load().migrate();
        person(jdbc, "1", "Awa", "2026-01-01");
        person(jdbc, "2", "awa", "2026-01-02");
        person(jdbc, "3", "Béa", "2026-01-01");
        jdbc.sql("insert into account_store values ('1', 's', true, '84'), ('2', 's', true, '1,84,157,400'),"
                        + " ('3', 't', false, '')")
                .update();
        jdbc.sql("insert into api_token (name, level, hash, ending, made_by, made_at)"
                        + " values ('t', 'look', repeat('0', 64), 'abcd', 'admin', utc_timestamp())")
                .update();

        Flyway.configure().dataSource(db.dataSource()).load().migrate();

        assertThat(column(jdbc, "select id from account where network order by id"))
                .isEqualTo(List.of("2", "3"));
        assertThat(column(jdbc, "select concat(account_id, permission) from account_permission order by 1"))
                .isEqualTo(List.of("2157", "284"));
        assertThat(column(jdbc, "select concat(account_id, preferred) from account_store order by 1"))
                .isEqualTo(List.of("21", "30"));
        assertThat(column(jdbc, "select concat(name, ended) from api_token")).isEqualTo(List.of("t0"));
    }

    private static void person(JdbcClient jdbc, String id, String name, String checked) {
        jdbc.sql("insert into account (id, name, administrator, network, created_at, changed_at, checked_at)"
                        + " values (?, ?, false, true, utc_timestamp(), utc_timestamp(), ?)")
                .params(id, name, checked)
                .update();
    }

    private static List<String> column(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
