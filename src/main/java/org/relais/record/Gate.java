package org.relais.record;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Doors of the record store that are held until the transaction ends (table {@code record_gate}). */
enum Gate {
    /** Of those who write to the inbox: one at a time, so that numbers grow in the order of commits. */
    INBOX,
    /** Of those who change the store: one at a time, see {@link StoreTransaction}. */
    STORE;

    /** Waits until nobody else holds it, and holds it. */
    void lock(JdbcClient jdbc) {
        jdbc.sql("select name from record_gate where name = ? for update")
                .param(name())
                .query(String.class)
                .single();
    }
}
