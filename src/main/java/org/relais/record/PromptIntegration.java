package org.relais.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Reference;
import org.relais.record.projection.Projections;
import org.relais.record.projection.RecordSet;
import org.relais.vocabulary.Texts;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes arrivals into the store in the very transaction that receives them, without the way through the inbox: of a first
 * synchronisation nearly all records are new, and what they refer to is there. Anything else it leaves to the {@link Integrator}: a
 * record that the store or the inbox has already, that waits to be sent or that comes twice, a reference to what is not there, a
 * deletion, a merge, a text that the database refuses.
 *
 * <p>It comes last in its transaction, when nothing is read over the line any more, for it holds the store's gate from then on.
 */
final class PromptIntegration {

    /** As many as a list of ids may have, see {@link StoredIds}: their projections are found by one. */
    private static final int LOT = StoredIds.ASKED_AT_ONCE;

    private static final int LONGEST_ID = 255;

    private final RecordTypes types;
    private final Projections projections;
    private final JdbcClient jdbc;
    private final Timestamp since;
    private final StoredIds stored;

    PromptIntegration(RecordTypes types, Projections projections, JdbcClient jdbc, Instant since) {
        this.types = types;
        this.projections = projections;
        this.jdbc = jdbc;
        this.since = Timestamp.from(since);
        this.stored = new StoredIds(jdbc);
    }

    /**
     * Takes what it can.
     *
     * @param page arrivals of which the caller's transaction wrote the texts, and nothing else yet
     * @param connection the caller's
     * @return the others, in their order
     */
    List<NumberedArrival> take(List<NumberedArrival> page, Connection connection) throws SQLException {
        SortedMap<RecordType, List<NumberedArrival>> plain = plain(page);
        if (plain.isEmpty()) {
            return page;
        }
        Gate.STORE.lock(jdbc);
        Set<Long> taken = new HashSet<>();
        Set<String> inInbox = new Chunks(jdbc, Long.MAX_VALUE).tables();
        Set<String> outgoing = stored.outgoingTables();
        try (PreparedStatement entries = connection.prepareStatement("insert into record_entry"
                + " (type, id, store_id, content, received_at, changed_at) values (?, ?, ?, ?, ?, ?)")) {
            for (Map.Entry<RecordType, List<NumberedArrival>> ofType : plain.entrySet()) {
                RecordType type = ofType.getKey();
                List<NumberedArrival> arrivals = ofType.getValue();
                if (inInbox.contains(type.table())) {
                    arrivals = without(stored.inInbox(type.table(), ids(arrivals)), arrivals);
                }
                // It may have been changed or deleted here after the central server sent it.
                if (outgoing.contains(type.table())) {
                    arrivals = without(stored.outgoing(type.table(), ids(arrivals)), arrivals);
                }
                for (List<NumberedArrival> lot : lots(complete(type, arrivals))) {
                    if (isStored(type, lot, connection, entries)) {
                        lot.forEach(arrival -> taken.add(arrival.number()));
                    }
                }
            }
        }
        return page.stream()
                .filter(arrival -> !taken.contains(arrival.number()))
                .toList();
    }

    /** New versions of records that come once, by their types in the order in which these are stored. */
    private SortedMap<RecordType, List<NumberedArrival>> plain(List<NumberedArrival> page) {
        Map<RecordKey, Integer> times = new HashMap<>();
        page.forEach(arrival -> times.merge(arrival.record(), 1, Integer::sum));
        SortedMap<RecordType, List<NumberedArrival>> plain = new TreeMap<>(ArrivalMove.ORDER);
        for (NumberedArrival arrival : page) {
            String table = arrival.record().table();
            // The text of a join says whether it is in use (NameStoreJoins.IS_INACTIVE).
            if (arrival.action() == Action.UPSERT
                    && arrival.findings().state() == InboxState.NEW
                    && times.get(arrival.record()) == 1
                    && Texts.isWhole(arrival.record().id())
                    && !NameStoreJoins.TABLE.equals(table)) {
                plain.computeIfAbsent(types.byTable(table).orElseThrow(), type -> new ArrayList<>())
                        .add(arrival);
            }
        }
        return plain;
    }

    private static List<NumberedArrival> without(Set<String> ids, List<NumberedArrival> arrivals) {
        return arrivals.stream()
                .filter(arrival -> !ids.contains(arrival.record().id()))
                .toList();
    }

    /** Those whose references are all in the store, by their ids: so they go into the table in its own order. */
    private List<NumberedArrival> complete(RecordType type, List<NumberedArrival> arrivals) {
        List<NumberedArrival> complete = new ArrayList<>(arrivals);
        List<Reference> references = type.blockingReferences();
        for (int i = 0; i < references.size(); i++) {
            int at = i;
            Set<String> there = stored.of(
                    references.get(i).table(),
                    complete.stream()
                            .map(arrival -> arrival.findings().references().get(at))
                            .filter(id -> id != null && canBeAnId(id))
                            .toList());
            complete.removeIf(arrival -> {
                String id = arrival.findings().references().get(at);
                return id != null && !there.contains(id);
            });
        }
        complete.sort(Comparator.comparing(arrival -> arrival.record().id()));
        return complete;
    }

    /** What is longer than any id, or no text at all, is in no store, and nothing for a question to the database. */
    private static boolean canBeAnId(String reference) {
        return Texts.length(reference) <= LONGEST_ID && Texts.isWhole(reference);
    }

    private boolean isStored(
            RecordType type, List<NumberedArrival> lot, Connection connection, PreparedStatement entries)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            for (NumberedArrival arrival : lot) {
                entries.setString(1, type.table());
                entries.setString(2, arrival.record().id());
                entries.setString(3, arrival.findings().storeId());
                entries.setLong(4, arrival.number());
                entries.setTimestamp(5, since);
                entries.setTimestamp(6, since);
                entries.addBatch();
            }
            entries.executeBatch();
            projections.added(RecordSet.ofChecked(
                    type.table(),
                    ids(lot),
                    lot.stream().map(a -> a.findings().named()).toList()));
        } catch (DataIntegrityViolationException e) {
            connection.rollback(before);
            return false;
        } catch (SQLException e) {
            if (!isAboutTheData(e)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
        connection.releaseSavepoint(before);
        stored.add(type.table(), ids(lot));
        return true;
    }

    /** A record is there already, or something of one does not fit: classes 22 and 23 of the SQL standard. */
    private static boolean isAboutTheData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static List<String> ids(List<NumberedArrival> arrivals) {
        return arrivals.stream().map(arrival -> arrival.record().id()).toList();
    }

    private static List<List<NumberedArrival>> lots(List<NumberedArrival> arrivals) {
        List<List<NumberedArrival>> lots = new ArrayList<>();
        for (int from = 0; from < arrivals.size(); from += LOT) {
            lots.add(arrivals.subList(from, Math.min(from + LOT, arrivals.size())));
        }
        return Collections.unmodifiableList(lots);
    }
}
