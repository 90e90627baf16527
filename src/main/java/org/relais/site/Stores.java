package org.relais.site;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.record.OwnStores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This site's stores: those whose record names the site's number ({@code sync_id_remote_site}, protocol.md section 7).
 *
 * <p>One that the network disabled is still this site's: records of it may still come, so changes to them are accepted and sent.
 * But nobody enters it, and it is offered nowhere.
 *
 * <p>To find them among all the stores of a country takes some time, so they are remembered, until a store is integrated, merged
 * or deleted, by whichever process, or the site gets another number: one short question tells.
 */
@Component
public class Stores implements OwnStores {

    private static final String SELECT = """
            select id, code, coalesce(nullif(name, ''), code) as name, name_id, disabled
            from store_view where site_id = :site order by name collate utf8mb4_unicode_ci, id
            """;

    /** Contents are written once: records that have others, or more or fewer of them in use, have another sum. */
    private static final String MARK = """
            select (select site_id from site) as site,
                count(*) as stores, count(deleted_at) as deleted, coalesce(sum(content), 0) as contents,
                (select coalesce(sum(content), 0) from record_entry where type = 'name' and id in (:names)) as names,
                (select count(*) from record_merge where type in ('store', 'name')) as merges
            from record_entry where type = 'store'
            """;

    private final JdbcClient jdbc;
    private volatile Known known = new Known(null, List.of());

    Stores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String id, String code, String name, String nameId, boolean disabled) {

        Store store() {
            return new Store(id, code, name);
        }
    }

    private record Mark(Long site, long stores, long deleted, long contents, long names, long merges) {

        boolean tellsOfTheSameStores(Mark other) {
            return contents == other.contents && stores == other.stores && deleted == other.deleted;
        }
    }

    private record Known(Mark mark, List<Row> rows) {}

    /** All of them that are in use, by name; empty until the site has been told its number and its stores. */
    public List<Store> active() {
        return rows().stream().filter(row -> !row.disabled()).map(Row::store).toList();
    }

    @Override
    public Set<String> ids() {
        return rows().stream().map(Row::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the stores that a site with that number has, as far as they are known here, by name. */
    List<String> names(long site) {
        return read(site).stream().map(Row::name).toList();
    }

    private List<Row> rows() {
        Known before = known;
        Mark now = mark(before.rows());
        if (now.equals(before.mark())) {
            return before.rows();
        }
        List<Row> rows = Optional.ofNullable(now.site()).map(this::read).orElse(List.of());
        Mark after = mark(rows);
        // What is integrated while they are read is seen the next time.
        known = new Known(after.tellsOfTheSameStores(now) ? after : null, rows);
        return rows;
    }

    private List<Row> read(long site) {
        return jdbc.sql(SELECT).param("site", site).query(Row.class).list();
    }

    private Mark mark(List<Row> rows) {
        return jdbc.sql(MARK)
                .param(
                        "names",
                        Stream.concat(Stream.of(""), rows.stream().map(Row::nameId))
                                .toList())
                .query(Mark.class)
                .single();
    }
}
