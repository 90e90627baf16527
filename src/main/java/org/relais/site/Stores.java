package org.relais.site;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.record.OwnStores;
import org.relais.record.StoreRecords;
import org.relais.record.StoreRecords.Mark;
import org.relais.record.StoreRecords.StoreRecord;
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

    private final StoreRecords records;
    private final JdbcClient jdbc;
    private volatile Known known = new Known(null, null, List.of());

    Stores(StoreRecords records, JdbcClient jdbc) {
        this.records = records;
        this.jdbc = jdbc;
    }

    private record Known(Long site, Mark mark, List<StoreRecord> stores) {

        boolean isStill(Long number, Mark now) {
            return Objects.equals(site, number) && now.equals(mark);
        }
    }

    /** All of them that are in use, by name; empty until the site has been told its number and its stores. */
    public List<Store> active() {
        return stores().stream()
                .filter(store -> !store.disabled())
                .map(store -> new Store(store.id(), store.code(), store.name()))
                .toList();
    }

    @Override
    public Set<String> ids() {
        return stores().stream().map(StoreRecord::id).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the stores that a site with that number has, as far as they are known here, by name. */
    List<String> names(long number) {
        return records.ofSite(number).stream().map(StoreRecord::name).toList();
    }

    private List<StoreRecord> stores() {
        Long number = number();
        Known before = known;
        Mark now = records.mark(before.stores());
        if (before.isStill(number, now)) {
            return before.stores();
        }
        List<StoreRecord> stores = number == null ? List.of() : records.ofSite(number);
        Mark after = records.mark(stores);
        // What is integrated while they are read is seen the next time.
        known = new Known(number, after.tellsOfTheSameStores(now) ? after : null, stores);
        return stores;
    }

    /** The site's; null until it has been told. Asked with each batch of a phone, where an entity would cost more than the rest. */
    private Long number() {
        return jdbc.sql("select site_id from site").query(Long.class).list().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
