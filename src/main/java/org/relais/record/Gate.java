package org.relais.record;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Doors of the record store that are held until the transaction ends (table {@code record_gate}). */
enum Gate {
    /** Of those who write to the inbox: one at a time, so that numbers grow in the order of commits. */
    INBOX,
    /**
     * Between integrating and local changes. The integrator holds it alone for a chunk, local changes hold it together: no
     * arrival overwrites a change that commits meanwhile.
     */
    STORE;

    /** Waits until nobody else holds it, and holds it alone. */
    void lock(JdbcClient jdbc) {
        take(jdbc, "for update");
    }

    /** Waits until nobody holds it alone, and holds it with others. */
    void share(JdbcClient jdbc) {
        take(jdbc, "lock in share mode");
    }

    private void take(JdbcClient jdbc, String mode) {
        jdbc.sql("select name from record_gate where name = ? " + mode)
                .param(name())
                .query(String.class)
                .single();
    }
}
