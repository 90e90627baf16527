package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a site's database holds of the network, times and numbers of arrival aside: what two sites that did the same have in
 * common.
 *
 * @param records each record with its text's digest
 * @param inbox what was not integrated, and why
 * @param cursors up to where each channel was received
 * @param texts how many texts are kept: more than the records and the inbox have would be a leak
 */
record StoreImage(Set<String> records, List<String> inbox, List<String> cursors, long texts) {

    static StoreImage of(JdbcClient database) {
        Set<String> records =
                new HashSet<>(database.sql("""
                        select concat_ws(' ', type, id, coalesce(store_id, '-'), sha2(data, 256), deleted_at is not null,
                            coalesce(merged_into, '-')) from record
                        """).query(String.class).list());
        List<String> inbox = database.sql("""
                        select concat_ws(' ', type, record_id, action, state, reason, field, detail) from inbox
                        order by type, record_id, number
                        """).query(String.class).list();
        List<String> cursors = database.sql(
                        "select concat(channel, ' ', position) from channel_cursor order by channel")
                .query(String.class)
                .list();
        long texts =
                database.sql("select count(*) from content").query(Long.class).single();
        return new StoreImage(records, inbox, cursors, texts);
    }

    void assertSameAs(StoreImage undisturbed) {
        assertThat(difference(undisturbed.records, records))
                .as("records that are missing")
                .isEmpty();
        assertThat(difference(records, undisturbed.records))
                .as("records that should not be")
                .isEmpty();
        assertThat(inbox).isEqualTo(undisturbed.inbox);
        assertThat(cursors).isEqualTo(undisturbed.cursors);
        assertThat(texts).as("texts").isEqualTo(undisturbed.texts);
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
