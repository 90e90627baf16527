package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.RecordKey;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that an earlier version of the program kept are read as it meant them. */
class EarlierVersionsTest {

    /** The last version that kept a missing record in the words of the reason. */
    @RegisterExtension
    static final TestDatabase db = TestDatabase.ofVersion("8");

    @Test
    void theRecordThatAnotherWaitedForIsCarriedOver() {
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        aside(jdbc, 1, "WAITING", "REFERENCE_MISSING", "category_ID", "item_category c 1");
        aside(jdbc, 2, "BROKEN", "WRONG_TYPE", "doses", "is a text instead of a number");

        db.migrate();

        List<Reason> reasons = new StoreRoom(db.dataSource())
                .store.setAside(10).stream().map(SetAside::reason).toList();
        assertThat(reasons)
                .containsExactly(
                        Reason.missing("category_ID", new RecordKey("item_category", "c 1")),
                        new Reason(ReasonKind.WRONG_TYPE, "doses", "is a text instead of a number"));
    }

    private static void aside(JdbcClient jdbc, long number, String state, String reason, String field, String detail) {
        jdbc.sql("""
                        insert into inbox (number, channel, type, record_id, action, state, reason, field, detail, since)
                        values (?, 'CENTRAL_RECORDS', 'item', ?, 'UPSERT', ?, ?, ?, ?, utc_timestamp())
                        """).params(number, "i" + number, state, reason, field, detail).update();
    }
}
