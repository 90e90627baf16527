package org.relais.locations;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds out whether anything refers to a location; what can, the description of the record types says. */
@Component
class LocationReferences {

    private final JdbcClient jdbc;
    private final List<Referrer> referrers;

    LocationReferences(JdbcClient jdbc, RecordTypes types) {
        this.jdbc = jdbc;
        // Types of a low level (sensors, stock) have fewer records than those of a high one (lines, temperatures).
        this.referrers = types.all().stream()
                .sorted(Comparator.comparingInt(RecordType::level).thenComparing(RecordType::table))
                .flatMap(type -> type.references().stream()
                        .filter(reference -> reference.table().equals(Locations.TABLE))
                        .map(reference -> new Referrer(type.table(), reference)))
                .toList();
    }

    /** The tables and keys that can refer to a location. */
    List<Referrer> referrers() {
        return referrers;
    }

    /** A table with a record that refers to the location, or empty when nothing does. */
    Optional<String> to(String id) {
        return referrers.stream()
                .filter(referrer -> refers(referrer, id))
                .map(Referrer::table)
                .findFirst();
    }

    /** The text is searched for the id first: that is much faster than taking every record apart. */
    private boolean refers(Referrer referrer, String id) {
        return jdbc.sql("""
                        select exists (
                            select 1 from record
                            where type = :table and deleted_at is null
                                and locate(:id, data) > 0 and json_value(data, :path) = :id)
                        """)
                .param("table", referrer.table())
                .param("path", referrer.path())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /**
     * A key that can refer to a location.
     *
     * @param table the wire name of its table
     * @param reference the key
     */
    record Referrer(String table, Reference reference) {

        private String path() {
            return "$.\"" + reference.field().replace(".", "\".\"") + "\"";
        }
    }
}
