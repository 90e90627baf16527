package org.relais.record.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.relais.catalogue.RecordKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who refers to a record, for the tables that a room declared with {@link ReferencesTo}. */
@Component
public class RecordReferences {

    private final JdbcClient jdbc;
    private final Set<String> known;

    @Autowired
    RecordReferences(DataSource dataSource, ObjectProvider<ReferencesTo> known) {
        this(dataSource, known.stream().toList());
    }

    /** Answers for what the rooms declare. */
    public RecordReferences(DataSource dataSource, List<ReferencesTo> known) {
        this.jdbc = JdbcClient.create(dataSource);
        this.known = known.stream().map(ReferencesTo::table).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A table with records in use that name a record; there may be others. What names another record that was merged into it, or
     * the one that it was merged into, does not count.
     *
     * @return empty when nothing names it
     * @throws IllegalArgumentException when nobody declared that references to that table are to be known
     */
    public Optional<String> to(RecordKey key) {
        mustBeKnown(key);
        return jdbc.sql("select type from record_reference where target = ? and target_id = ? order by type limit 1")
                .params(key.table(), key.id())
                .query(String.class)
                .optional();
    }

    /**
     * The records of one table in use that name a record.
     *
     * @param table theirs
     * @return their ids, each once
     * @throws IllegalArgumentException when nobody declared that references to that table are to be known
     */
    public List<String> of(String table, RecordKey key) {
        mustBeKnown(key);
        return jdbc.sql("select distinct id from record_reference where target = ? and target_id = ? and type = ?")
                .params(key.table(), key.id(), table)
                .query(String.class)
                .list();
    }

    private void mustBeKnown(RecordKey key) {
        if (!known.contains(key.table())) {
            throw new IllegalArgumentException(
                    "Nobody declared that references to " + key.table() + " are to be known");
        }
    }
}
