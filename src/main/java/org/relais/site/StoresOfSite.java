package org.relais.site;

import java.util.Set;
import java.util.stream.Collectors;
import org.relais.record.OwnStores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This site's stores: those whose record names the site's number ({@code sync_id_remote_site}, protocol.md section 7). */
@Component
class StoresOfSite implements OwnStores {

    private final JdbcClient jdbc;

    StoresOfSite(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> ids() {
        return jdbc
                .sql("select id from store_view where site_id = (select site_id from site) order by id")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
