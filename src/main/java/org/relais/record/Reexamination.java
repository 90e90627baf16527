package org.relais.record;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks again at records that were set aside for what they are: when a person asks for it, and at every start, as a new version
 * of the program may know their table or take what the old one refused. Records that wait for another one need none of this.
 */
@Component
class Reexamination implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Reexamination.class);
    private static final int BATCH = 100;
    private static final String ASIDE = """
            select i.number, i.type, i.record_id, i.action, c.data from inbox i left join content c on c.number = i.number
            where i.state in ('BROKEN', 'UNKNOWN_TYPE', 'REFUSED')
            """;
    /** In the order of the primary key. */
    private static final String NEXT = """
            and (i.type > ? or i.type = ? and (i.record_id > ? or i.record_id = ? and i.number > ?))
            order by i.type, i.record_id, i.number limit\s""" + BATCH;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Examiner examiner;

    Reexamination(DataSource dataSource, PlatformTransactionManager transactions, RecordTypes types) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.examiner = new Examiner(types);
    }

    private record Aside(long number, RecordKey key, Action action, String data) {

        /** Comes before all others. */
        static final Aside NONE = new Aside(0, new RecordKey("", ""), Action.UPSERT, null);

        /** A text that was too large was not kept, so there is nothing to look at. */
        boolean hasText() {
            return action == Action.DELETE || data != null;
        }

        WireRecord record() {
            return new WireRecord(key, action, data == null ? "{}" : data);
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        long good = retryAll();
        if (good > 0) {
            log.info("{} records that were set aside can be integrated by this version", good);
        }
    }

    boolean retry(long number) {
        return transaction.execute(status -> {
            Gate.STORE.lock(jdbc);
            return examine(" and i.number = ?", number).found > 0;
        });
    }

    long retryAll() {
        long found = 0;
        Batch batch = new Batch(0, Aside.NONE);
        do {
            Aside after = batch.last;
            batch = transaction.execute(status -> {
                Gate.STORE.lock(jdbc);
                return examine(
                        NEXT, after.key.table(), after.key.table(), after.key.id(), after.key.id(), after.number);
            });
            found += batch.found;
        } while (batch.last != null);
        return found;
    }

    /**
     * What was looked at.
     *
     * @param found how many can be integrated now
     * @param last the last one; null when there was none
     */
    private record Batch(long found, Aside last) {}

    private Batch examine(String which, Object... parameters) {
        List<Aside> asides = jdbc.sql(ASIDE + which)
                .params(parameters)
                .query((row, n) -> new Aside(
                        row.getLong(1),
                        new RecordKey(row.getString(2), row.getString(3)),
                        Action.valueOf(row.getString(4)),
                        row.getString(5)))
                .list();
        long found = 0;
        for (Aside aside : asides) {
            if (aside.hasText()) {
                Examiner.Findings findings = examiner.examine(aside.record());
                note(aside, findings);
                found += findings.state() == InboxState.NEW ? 1 : 0;
            }
        }
        return new Batch(found, asides.isEmpty() ? null : asides.getLast());
    }

    private void note(Aside aside, Examiner.Findings findings) {
        Reason reason = findings.reason();
        List<Object> parameters = new ArrayList<>();
        parameters.add(findings.storeId());
        for (int i = 0; i < RecordType.MOST_BLOCKING_REFERENCES; i++) {
            parameters.add(
                    i < findings.references().size() ? findings.references().get(i) : null);
        }
        parameters.add(findings.state().name());
        parameters.add(reason == null ? null : reason.kind().name());
        parameters.add(reason == null ? null : reason.field());
        parameters.add(reason == null ? null : reason.detail());
        parameters.addAll(List.of(aside.key().table(), aside.key().id(), aside.number()));
        jdbc.sql(
                        "update inbox set store_id = ?, ref1 = ?, ref2 = ?, ref3 = ?, ref4 = ?, ref5 = ?, ref6 = ?, ref7 = ?, ref8 = ?,"
                                + " state = ?, reason = ?, field = ?, missing_table = null, missing_id = null, detail = ?"
                                + " where type = ? and record_id = ? and number = ?")
                .params(parameters)
                .update();
    }
}
