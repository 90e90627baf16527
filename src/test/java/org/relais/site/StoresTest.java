package org.relais.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.record.StoreRecords;
import org.relais.testing.Rows;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which stores are this site's, also when another process integrates them. */
class StoresTest {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final Rows rows = new Rows(jdbc);

    private Stores stores;

    @BeforeEach
    void siteTwoWithTwoStores() {
        jdbc.sql("delete from record_entry").update();
        jdbc.sql("delete from record_merge").update();
        jdbc.sql("delete from site").update();
        rows.site("Site 2");
        name("n1", "Kinkala");
        name("n2", "Boko");
        store("s1", "n1", 2, false);
        store("s2", "n2", 2, false);
        store("s3", "n2", 3, false);
        stores = new Stores(new StoreRecords(jdbc), jdbc);
    }

    private void name(String id, String name) {
        rows.keep("name", id, null, "{\"ID\":\"%s\",\"name\":\"%s\",\"code\":\"n\"}".formatted(id, name));
    }

    private void store(String id, String name, int site, boolean disabled) {
        rows.keep(
                "store",
                id,
                id,
                "{\"ID\":\"%s\",\"name_ID\":\"%s\",\"code\":\"c\",\"sync_id_remote_site\":%d,\"disabled\":%s}"
                        .formatted(id, name, site, disabled));
    }

    /** Records of it may still come, so what changes in it goes out; but nobody enters it. */
    @Test
    void aDisabledStoreIsStillThisSitesButNotOffered() {
        store("s1", "n1", 2, true);

        assertThat(stores.ids()).containsExactlyInAnyOrder("s1", "s2");
        assertThat(stores.active()).extracting(Store::id).containsExactly("s2");
    }

    @Test
    void theyAreInOrderOfTheirNames() {
        assertThat(stores.active()).extracting(Store::name).containsExactly("Boko", "Kinkala");
        assertThat(stores.names(3)).containsExactly("Boko");
    }

    @Test
    void whatIsIntegratedIsSeenAtOnce() {
        assertThat(stores.ids()).containsExactlyInAnyOrder("s1", "s2");

        store("s4", "n1", 2, false);
        assertThat(stores.ids()).containsExactlyInAnyOrder("s1", "s2", "s4");
        store("s2", "n2", 3, false);
        assertThat(stores.ids()).containsExactlyInAnyOrder("s1", "s4");
        jdbc.sql("update record_entry set deleted_at = utc_timestamp(6) where type = 'store' and id = 's4'")
                .update();
        assertThat(stores.ids()).containsExactly("s1");
        name("n1", "Mindouli");
        assertThat(stores.active()).extracting(Store::name).containsExactly("Mindouli");
        jdbc.sql("update site set site_id = 3").update();
        assertThat(stores.ids()).containsExactlyInAnyOrder("s2", "s3");
        jdbc.sql("delete from site").update();
        assertThat(stores.ids()).isEmpty();
    }
}
