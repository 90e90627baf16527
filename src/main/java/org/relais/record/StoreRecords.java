package org.relais.record;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of stores, of the whole country, as far as somebody has to know which of them are a site's. */
@Component
public class StoreRecords {

    private final JdbcClient jdbc;

    public StoreRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a store's record says.
     *
     * @param id the store's id
     * @param code its short code
     * @param name the name of its facility; the code where the network gives none
     * @param nameId the facility's record, or null
     * @param disabled whether the network has switched it off
     */
    public record StoreRecord(String id, String code, String name, String nameId, boolean disabled) {}

    /**
     * Changes whenever what {@link #ofSite} says may have changed: contents are written once, so records that have others, or
     * more or fewer of them in use, have another sum.
     */
    public record Mark(long stores, long deleted, long contents, long names, long merges) {

        /** Whether the records of stores themselves are those of another mark, whatever their names are. */
        public boolean tellsOfTheSameStores(Mark other) {
            return contents == other.contents && stores == other.stores && deleted == other.deleted;
        }
    }

    /** The stores whose record names a site's number ({@code sync_id_remote_site}, protocol.md section 7), by name. Looks at all. */
    public List<StoreRecord> ofSite(long site) {
        return jdbc.sql("""
                        select id, code, coalesce(nullif(name, ''), code) as name, name_id, disabled
                        from store_view where site_id = :site order by name collate utf8mb4_unicode_ci, id
                        """).param("site", site).query(StoreRecord.class).list();
    }

    /**
     * How the records of stores stand, in one short question.
     *
     * @param known the stores whose names count as well
     */
    public Mark mark(List<StoreRecord> known) {
        return jdbc.sql("""
                        select count(*) as stores, count(deleted_at) as deleted, coalesce(sum(content), 0) as contents,
                            (select coalesce(sum(content), 0) from record_entry where type = 'name' and id in (:names)) as names,
                            (select count(*) from record_merge where type in ('store', 'name')) as merges
                        from record_entry where type = 'store'
                        """)
                .param(
                        "names",
                        // A list without anything in it is no SQL.
                        Stream.concat(Stream.of(""), known.stream().map(StoreRecord::nameId))
                                .toList())
                .query(Mark.class)
                .single();
    }
}
