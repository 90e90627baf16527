package org.relais.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts into the database what the central servers would have brought. */
public final class Rows {

    private final JdbcClient jdbc;

    /** Rows in that database. */
    public Rows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Site 2 under that name, whose first synchronisation is complete; unless there is a site already. */
    public void site(String name) {
        jdbc.sql("""
                        insert ignore into site (id, url, name, sealed_password, hardware_id, uuid, site_id,
                            configured_at, prepared_at, initialised_at)
                        values (1, 'http://127.0.0.1:9', ?, repeat('0', 64), repeat('0', 32), 'uuid', 2,
                            utc_timestamp(), utc_timestamp(), utc_timestamp())
                        """).param(name).update();
    }

    /** A record in the store as if it had arrived and been integrated. */
    public void keep(String type, String id, String store, String data) {
        long number = jdbc.sql("select next value for content_number")
                .query(Long.class)
                .single();
        jdbc.sql("insert into content (number, data) values (?, ?)")
                .params(number, data)
                .update();
        jdbc.sql("""
                        replace into record_entry (type, id, store_id, content, received_at, changed_at)
                        values (?, ?, ?, ?, utc_timestamp(), utc_timestamp())
                        """).params(type, id, store, number).update();
    }
}
