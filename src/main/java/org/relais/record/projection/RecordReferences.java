package org.relais.record.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who refers to a record, for the tables that a room declared with {@link ReferencesTo}. */
@Component
public class RecordReferences {

    private final JdbcClient jdbc;
    private final Set<String> known;

    RecordReferences(DataSource dataSource, List<ReferencesTo> known) {
        this.jdbc = JdbcClient.create(dataSource);
        this.known = known.stream().map(ReferencesTo::table).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A table with a record in use that names the record as it is now called; there may be others. A record that was merged into
     * this one is another record.
     *
     * @param table the table of the record that is referred to
     * @return empty when nothing refers to it
     * @throws IllegalArgumentException when nobody declared that references to that table are to be known
     */
    public Optional<String> to(String table, String id) {
        if (!known.contains(table)) {
            throw new IllegalArgumentException("References to records of " + table + " are not kept");
        }
        return jdbc.sql("select type from record_reference where target = ? and target_id = ? order by type limit 1")
                .params(table, id)
                .query(String.class)
                .optional();
    }
}
