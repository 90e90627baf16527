package org.relais.record;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.relais.catalogue.Action;
import org.relais.catalogue.CheckedRecord;
import org.relais.catalogue.Deletion;
import org.relais.catalogue.OwnerStore;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Reference;
import org.relais.catalogue.WireRecord;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one door for changes that are made on this site. A record is checked against its type before it is stored, because a
 * central server takes a broken record without a word and drops it later; it is stored and marked for sending in one
 * transaction, the caller's if there is one.
 */
@Component
public class LocalChanges {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RecordTypes types;
    private final Outbox outbox;
    private final OwnStores ownStores;
    private final Projections projections;
    private final Clock clock;

    LocalChanges(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            RecordTypes types,
            Outbox outbox,
            OwnStores ownStores,
            Projections projections,
            Clock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.types = types;
        this.outbox = outbox;
        this.ownStores = ownStores;
        this.projections = projections;
        this.clock = clock;
    }

    /**
     * Stores a record as it is from now on.
     *
     * @param record whole, in the form in which its type is pulled; its action is UPSERT
     * @throws InvalidRecord when it does not fit its type, refers to records that are not there, or belongs to another site
     * @throws IllegalArgumentException when there is no such table, or the action is another one
     */
    public void save(WireRecord record) {
        RecordType type = type(record.key().table());
        if (record.action() != Action.UPSERT) {
            throw new IllegalArgumentException(record.action() + " is not saved: " + record.key());
        }
        transaction.executeWithoutResult(status -> {
            Gate.STORE.share(jdbc);
            store(record, checkedOwner(type, record));
            outbox.mark(record.key(), Action.UPSERT);
        });
    }

    /**
     * Deletes a record; does nothing when there is none.
     *
     * @throws InvalidRecord when it belongs to another site
     * @throws IllegalArgumentException when there is no such table, or no central server takes deletes of it
     */
    public void delete(RecordKey key) {
        RecordType type = type(key.table());
        if (type.deletionsPushedTo().isEmpty()) {
            throw new IllegalArgumentException("Records of " + key.table() + " cannot be deleted");
        }
        transaction.executeWithoutResult(status -> {
            Gate.STORE.share(jdbc);
            Optional<String> data = jdbc.sql("select data from record where type = ? and id = ? and deleted_at is null")
                    .params(key.table(), key.id())
                    .query(String.class)
                    .optional();
            if (data.isPresent()) {
                refuseForeign(new WireRecord(key, Action.DELETE, data.get()), owner(type, data.get()));
                remove(type, key);
                outbox.mark(key, Action.DELETE);
            }
        });
    }

    private RecordType type(String table) {
        return types.byTable(table).orElseThrow(() -> new IllegalArgumentException("No such table: " + table));
    }

    private String checkedOwner(RecordType type, WireRecord record) {
        CheckedRecord checked = type.check(record.data());
        List<Reason> reasons = new ArrayList<>();
        int length = Texts.length(record.key().id());
        if (length == 0 || length > Examiner.LONGEST_ID) {
            reasons.add(new Reason(ReasonKind.BAD_ID, null, length + " characters"));
        }
        checked.problems().stream().map(Reason::of).forEach(reasons::add);
        if (checked.isValid()) {
            missing(type, checked).forEach(reasons::add);
        }
        if (!reasons.isEmpty()) {
            throw new InvalidRecord(record.key(), reasons);
        }
        String owner = owner(type, record.data());
        refuseForeign(record, owner);
        return owner;
    }

    private List<Reason> missing(RecordType type, CheckedRecord checked) {
        List<Reason> reasons = new ArrayList<>();
        for (int i = 0; i < checked.references().size(); i++) {
            String id = checked.references().get(i);
            Reference reference = type.blockingReferences().get(i);
            if (id != null && !isThere(List.of(reference.table()), id)) {
                reasons.add(Reason.missing(reference.field(), new RecordKey(reference.table(), id)));
            }
        }
        return reasons;
    }

    private boolean isThere(List<String> tables, String id) {
        return jdbc.sql("select count(*) from record_entry where type in (:tables) and id = :id")
                        .param("tables", tables)
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void refuseForeign(WireRecord record, String owner) {
        if (owner != null && !ownStores.ids().contains(owner)) {
            throw new InvalidRecord(
                    record.key(), List.of(new Reason(ReasonKind.FOREIGN_STORE, null, "store " + owner)));
        }
    }

    /** The store that a record belongs to; null when it belongs to none. */
    private String owner(RecordType type, String data) {
        JsonNode record = JSON.readTree(data);
        return type.ownerStore()
                .map(rule -> switch (rule) {
                    case OwnerStore.OwnField own -> text(record, own.field());
                    case OwnerStore.OfParent parents ->
                        parents.references().stream()
                                .map(parent -> storeOf(List.of(parent.table()), text(record, parent.field())))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .orElse(null);
                })
                .orElse(null);
    }

    private Optional<String> storeOf(List<String> tables, String id) {
        return id == null
                ? Optional.empty()
                : jdbc.sql(
                                "select store_id from record_entry where type in (:tables) and id = :id and store_id is not null")
                        .param("tables", tables)
                        .param("id", id)
                        .query(String.class)
                        .optional();
    }

    private static String text(JsonNode record, String path) {
        JsonNode value = record.at("/" + path.replace('.', '/'));
        return value.isString() && !value.stringValue().isEmpty() ? value.stringValue() : null;
    }

    private void store(WireRecord record, String owner) {
        Timestamp now = Timestamp.from(clock.instant());
        long number = jdbc.sql("select next value for content_number")
                .query(Long.class)
                .single();
        dropContent(record.key());
        jdbc.sql("insert into content (number, data) values (?, ?)")
                .params(number, record.data())
                .update();
        jdbc.sql("""
                insert into record_entry (type, id, store_id, content, received_at, changed_at) values (?, ?, ?, ?, ?, ?)
                on duplicate key update store_id = value(store_id), content = value(content),
                    received_at = value(received_at), changed_at = value(changed_at), deleted_at = null
                """)
                .param(record.key().table())
                .param(record.key().id())
                .param(owner)
                .param(number)
                .param(now)
                .param(now)
                .update();
        projections.changed(RecordSet.of(record.key()));
    }

    private void remove(RecordType type, RecordKey key) {
        if (type.deletion() == Deletion.SOFT) {
            Timestamp now = Timestamp.from(clock.instant());
            jdbc.sql("update record_entry set deleted_at = ?, changed_at = ? where type = ? and id = ?")
                    .params(now, now, key.table(), key.id())
                    .update();
        } else {
            dropContent(key);
            jdbc.sql("delete from record_entry where type = ? and id = ?")
                    .params(key.table(), key.id())
                    .update();
        }
        projections.removed(RecordSet.of(key));
    }

    private void dropContent(RecordKey key) {
        jdbc.sql("select content from record_entry where type = ? and id = ? for update")
                .params(key.table(), key.id())
                .query(Long.class)
                .optional()
                .ifPresent(number -> jdbc.sql("delete from content where number = ?")
                        .param(number)
                        .update());
    }
}
