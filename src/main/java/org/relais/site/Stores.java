package org.relais.site;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stores that are active on this site. */
@Component
public class Stores {

    private final Site site;
    private final JdbcClient jdbc;

    Stores(Site site, JdbcClient jdbc) {
        this.site = site;
        this.jdbc = jdbc;
    }

    /** All of them that are in use, by name; empty until the site has been told its number and its stores. */
    public List<Store> active() {
        return site.settings().map(SiteSettings::siteId).map(this::of).orElse(List.of());
    }

    private List<Store> of(long siteId) {
        return jdbc.sql("""
                        select id, code, coalesce(nullif(name, ''), code) as name
                        from store_view
                        where site_id = :site and not disabled
                        order by name collate utf8mb4_unicode_ci, id
                        """).param("site", siteId).query(Store.class).list();
    }
}
