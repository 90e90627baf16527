package org.relais.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.RecordKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a site has when nothing went wrong in its first synchronisation.
 *
 * @param records what is said of each record, see {@link Image}
 * @param samples some texts of each table that the network changes, by table
 * @param store a store of the site
 * @param user somebody who may sign in there
 */
record Base(Map<RecordKey, String> records, Map<String, List<String>> samples, String store, String user) {

    /** The tables of which the network makes more. */
    private static final List<String> CHANGED =
            List.of("item", "name", "transact", "trans_line", "asset_log", "abbreviation");

    private static final int SAMPLES = 20;

    static Base of(JdbcClient database) {
        String store = database.sql("select id from store_view where site_id = 2 order by id limit 1")
                .query(String.class)
                .single();
        Map<String, List<String>> samples = new HashMap<>();
        for (String table : CHANGED) {
            samples.put(
                    table,
                    database.sql("""
                                    select data from record where type = :table and (store_id is null or store_id = :store)
                                        and deleted_at is null and merged_into is null order by id limit :most
                                    """)
                            .param("table", table)
                            .param("store", store)
                            .param("most", SAMPLES)
                            .query(String.class)
                            .list());
        }
        String user = database.sql("select id from record_entry where type = 'user' order by id limit 1")
                .query(String.class)
                .single();
        return new Base(Image.of(database).records(), Map.copyOf(samples), store, user);
    }

    /** A text of a table; the same number gives the same one. */
    Optional<String> sample(String table, int number) {
        List<String> texts = samples.getOrDefault(table, List.of());
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(number % texts.size()));
    }
}
