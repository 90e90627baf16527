package org.relais.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.relais.record.projection.CarriedReferences;
import org.relais.record.projection.Projections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks again at records that were set aside for what they are: when a person asks for it, and at the first start of a version
 * of the program, or with another description of the types, as it may know their table or take what was refused before. Records
 * that wait for another one need none of this.
 */
@Component
class Reexamination implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Reexamination.class);
    private static final int BATCH = 100;
    private static final String ASIDE = """
            select i.number, i.type, i.record_id, i.action, i.channel = 'HERE' as here, i.state,
                i.reason, i.field, i.missing_table, i.missing_id, i.detail, c.data
            from inbox i left join content c on c.number = i.number
            where i.state in ('BROKEN', 'UNKNOWN_TYPE', 'REFUSED')
            """;
    /** In the order of the primary key. */
    private static final String NEXT = """
            and (i.type > ? or i.type = ? and (i.record_id > ? or i.record_id = ? and i.number > ?))
            order by i.type, i.record_id, i.number limit\s""" + BATCH;

    private final JdbcClient jdbc;
    private final StoreTransaction store;
    private final LocalChanges changes;
    private final Examiner examiner;
    private final Projections projections;
    private final String fingerprint;

    Reexamination(
            JdbcClient jdbc, StoreTransaction store, LocalChanges changes, RecordTypes types, Projections projections) {
        this.jdbc = jdbc;
        this.store = store;
        this.changes = changes;
        this.examiner = new Examiner(types);
        this.projections = projections;
        String version = getClass().getPackage().getImplementationVersion();
        this.fingerprint = Objects.requireNonNullElse(version, "development") + " " + types.fingerprint();
    }

    /** @param here whether it was made on this site */
    private record Aside(
            long number, RecordKey key, Action action, boolean here, InboxState state, Reason reason, String data) {

        /** Comes before all others. */
        static final Aside NONE =
                new Aside(0, new RecordKey("", ""), Action.UPSERT, false, InboxState.BROKEN, null, null);

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
        if (seen().equals(Optional.of(fingerprint))) {
            return;
        }
        long good = retryAll();
        if (good > 0) {
            log.info("{} records that were set aside can be integrated by this version", good);
        }
        jdbc.sql("replace into catalogue_seen (fingerprint) values (?)")
                .param(fingerprint)
                .update();
    }

    private Optional<String> seen() {
        return jdbc.sql("select fingerprint from catalogue_seen")
                .query(String.class)
                .optional();
    }

    boolean retry(long number) {
        return store.alone(() -> examine(" and i.number = ?", number).found > 0);
    }

    long retryAll() {
        long found = 0;
        Batch batch = new Batch(0, Aside.NONE);
        do {
            Aside after = batch.last;
            batch = store.alone(() ->
                    examine(NEXT, after.key.table(), after.key.table(), after.key.id(), after.key.id(), after.number));
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
                        row.getLong("number"),
                        new RecordKey(row.getString("type"), row.getString("record_id")),
                        Action.valueOf(row.getString("action")),
                        row.getBoolean("here"),
                        InboxState.valueOf(row.getString("state")),
                        Reason.ofArrival(row),
                        row.getString("data")))
                .list();
        long found = asides.stream().filter(this::isGood).count();
        return new Batch(found, asides.isEmpty() ? null : asides.getLast());
    }

    private boolean isGood(Aside aside) {
        if (aside.here()) {
            return changes.takeUp(aside.key());
        }
        if (!aside.hasText()) {
            return false;
        }
        Examiner.Findings findings = examiner.examine(aside.record());
        if (findings.state() != aside.state() || !Objects.equals(findings.reason(), aside.reason())) {
            note(aside, findings);
        }
        return findings.state() == InboxState.NEW;
    }

    private void note(Aside aside, Examiner.Findings findings) {
        Reason reason = findings.reason();
        List<Object> parameters = new ArrayList<>();
        parameters.add(findings.storeId());
        CarriedReferences.Columns columns =
                projections.carried(aside.key().table()).columns(findings.references(), findings.named());
        parameters.addAll(columns.ids());
        parameters.add(columns.mark());
        parameters.add(findings.state().name());
        parameters.add(reason == null ? null : reason.kind().name());
        parameters.add(reason == null ? null : reason.field());
        parameters.add(reason == null ? null : reason.detail());
        parameters.addAll(List.of(aside.key().table(), aside.key().id(), aside.number()));
        jdbc.sql(
                        "update inbox set store_id = ?, ref1 = ?, ref2 = ?, ref3 = ?, ref4 = ?, ref5 = ?, ref6 = ?, ref7 = ?, ref8 = ?,"
                                + " carried = ?, state = ?, reason = ?, field = ?, missing_table = null, missing_id = null, detail = ?"
                                + " where type = ? and record_id = ? and number = ?")
                .params(parameters)
                .update();
    }
}
