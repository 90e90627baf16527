package org.relais.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import tools.jackson.databind.json.JsonMapper;

/** The record store in plain words and plain maps, record by record: what the engine's sets must amount to. */
final class StoreModel {

    /** In dependency order, with the field and table of the one reference that a record of the type waits for. */
    private static final List<Type> TYPES = List.of(
            new Type("item_category", null, null, true),
            new Type("abbreviation", null, null, false),
            new Type("Location", null, null, false),
            new Type("item", "category_ID", "item_category", true),
            new Type("item_direction", "item_ID", "item", false));

    private static final RecordTypes RECORD_TYPES = RecordTypes.load();

    private record Type(String table, String field, String refersTo, boolean softDelete) {}

    private record Arrival(long number, WireRecord record, boolean dead) {

        String key() {
            return record.key().toString();
        }
    }

    /** Texts by key; those of deleted records that are kept are in {@link #deleted} as well. */
    private final SortedMap<String, String> stored = new TreeMap<>();

    private final Map<String, Boolean> deleted = new HashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final List<Arrival> inbox = new ArrayList<>();
    private final Map<String, List<CentralServer>> outbox = new HashMap<>();
    /** The servers that get each of these changes. */
    private final Map<String, Set<CentralServer>> receivers = new HashMap<>();
    /** What was tried and lacked something. */
    private final Set<Arrival> waiting = new HashSet<>();
    /** What was made here and waits, by key. */
    private final Map<String, WireRecord> waitingHere = new TreeMap<>();

    private long numbers;

    void receive(WireRecord record) {
        boolean dead = record.action() == Action.UPSERT && record.data().equals("{}")
                || record.action() == Action.DELETE && record.key().table().equals("Location");
        inbox.add(new Arrival(++numbers, record, dead));
    }

    /** What speaks for itself is stored at once: new, once, all that it refers to there; of a type all of it, or nothing. */
    void receivePromptly(List<WireRecord> batch) {
        List<Arrival> before = List.copyOf(inbox);
        batch.forEach(this::receive);
        for (Type type : TYPES) {
            List<Arrival> plain = arrivals(type, Action.UPSERT).stream()
                    .filter(arrival -> !before.contains(arrival)
                            && before.stream().noneMatch(older -> older.key().equals(arrival.key()))
                            && !waitingHere.containsKey(arrival.key())
                            && !outbox.containsKey(arrival.key())
                            && batch.stream()
                                            .filter(other -> other.key().equals(arrival.record.key()))
                                            .count()
                                    == 1
                            && findsItsReference(arrival.record))
                    .toList();
            if (plain.stream().noneMatch(arrival -> stored.containsKey(arrival.key()))) {
                plain.forEach(arrival -> stored.put(arrival.key(), arrival.record.data()));
                inbox.removeAll(plain);
            }
        }
    }

    /** A change that is made here: stored, or kept until what it refers to is there. */
    void save(WireRecord record) {
        String key = record.key().toString();
        boolean same = record.data().equals(stored.get(key)) && !deleted.containsKey(key);
        if (same && !waitingHere.containsKey(key)) {
            return;
        }
        waitingHere.put(key, record);
        releaseWaiting(List.of(record));
    }

    private void releaseWaiting(Collection<WireRecord> tried) {
        List<WireRecord> ready = tried.stream().filter(this::findsItsReference).toList();
        for (WireRecord record : ready) {
            String key = record.key().toString();
            waitingHere.remove(key);
            stored.put(key, record.data());
            deleted.remove(key);
            outbox.put(key, new ArrayList<>(List.of(CentralServer.values())));
            receivers.put(
                    key,
                    RECORD_TYPES.byTable(record.key().table()).orElseThrow().pushedTo());
        }
        if (!ready.isEmpty()) {
            Set<String> released =
                    ready.stream().map(record -> record.key().toString()).collect(Collectors.toSet());
            releaseWaiting(waitingHere.values().stream()
                    .filter(record -> released.contains(reference(record)))
                    .toList());
        }
    }

    private boolean findsItsReference(WireRecord record) {
        String reference = reference(record);
        return reference.isEmpty() || stored.containsKey(reference);
    }

    /** The key of the record that this one waits for; empty for none. */
    private static String reference(WireRecord record) {
        Type type = TYPES.stream()
                .filter(each -> each.table.equals(record.key().table()))
                .findFirst()
                .orElseThrow();
        String id = type.field == null
                ? ""
                : JsonMapper.shared().readTree(record.data()).get(type.field).stringValue();
        return id.isEmpty() ? "" : type.refersTo + " " + id;
    }

    void deleteHere(String table, String id) {
        String key = table + " " + id;
        if (stored.remove(key) != null) {
            outbox.put(key, new ArrayList<>(List.of(CentralServer.values())));
            receivers.put(key, RECORD_TYPES.byTable(table).orElseThrow().deletionsPushedTo());
        }
    }

    void processed(CentralServer server) {
        inbox.removeIf(arrival -> isRecord(arrival)
                && !arrival.dead
                && outbox.getOrDefault(arrival.key(), List.of()).contains(server));
        outbox.values().forEach(waiting -> waiting.remove(server));
        outbox.values().removeIf(List::isEmpty);
    }

    void integrate() {
        inbox.removeIf(this::isSuperseded);
        inbox.removeIf(arrival -> isRecord(arrival) && !arrival.dead && outbox.containsKey(arrival.key()));
        TYPES.forEach(this::upsert);
        TYPES.reversed().forEach(this::delete);
        inbox.stream()
                .filter(arrival -> arrival.record.action() == Action.MERGE)
                .sorted(Comparator.comparingLong(Arrival::number))
                .toList()
                .forEach(this::merge);
        releaseWaiting(List.copyOf(waitingHere.values()));
        waiting.addAll(inbox);
    }

    /** Type by type, where every upsert finds what it refers to and none waits. */
    void integrateBeside(Channel toCome) {
        TYPES.stream()
                .filter(type -> !RECORD_TYPES
                        .byTable(type.table)
                        .orElseThrow()
                        .channels()
                        .contains(toCome))
                .forEach(type -> {
                    List<Arrival> upserts = arrivals(type, Action.UPSERT);
                    if (upserts.isEmpty()
                            || upserts.stream().anyMatch(waiting::contains)
                            || !upserts.stream().allMatch(arrival -> findsItsReference(arrival.record))) {
                        return;
                    }
                    inbox.removeIf(older -> isOf(type, older) && isSuperseded(older));
                    inbox.removeIf(arrival -> isOf(type, arrival)
                            && isRecord(arrival)
                            && !arrival.dead
                            && outbox.containsKey(arrival.key()));
                    upsert(type);
                });
    }

    private static boolean isOf(Type type, Arrival arrival) {
        return arrival.record.key().table().equals(type.table);
    }

    SortedMap<String, String> everything() {
        SortedMap<String, String> inUse = new TreeMap<>(stored);
        inUse.keySet().removeIf(deleted::containsKey);
        return inUse;
    }

    String current(String item) {
        return mergedInto.getOrDefault(item, item);
    }

    long left() {
        return inbox.size() + waitingHere.size();
    }

    long pending() {
        return outbox.entrySet().stream()
                .filter(change -> change.getValue().stream().anyMatch(receivers.get(change.getKey())::contains))
                .count();
    }

    private static boolean isRecord(Arrival arrival) {
        return arrival.record.action() != Action.MERGE;
    }

    private boolean isSuperseded(Arrival older) {
        return isRecord(older)
                && inbox.stream()
                        .anyMatch(newer -> isRecord(newer)
                                && newer.key().equals(older.key())
                                && newer.number > older.number
                                && (!newer.dead || older.dead)
                                && (newer.record.action() != Action.DELETE
                                        || older.record.action() == Action.DELETE
                                        || !isDeletedSoftly(newer)));
    }

    /** Others that came along may refer to it, so it is stored before it is deleted. */
    private static boolean isDeletedSoftly(Arrival arrival) {
        return TYPES.stream()
                .anyMatch(type -> type.softDelete
                        && type.table.equals(arrival.record.key().table()));
    }

    private void upsert(Type type) {
        for (Arrival arrival : arrivals(type, Action.UPSERT)) {
            if (findsItsReference(arrival.record)) {
                stored.put(arrival.key(), arrival.record.data());
                deleted.remove(arrival.key());
                inbox.remove(arrival);
            }
        }
    }

    private void delete(Type type) {
        for (Arrival arrival : arrivals(type, Action.DELETE)) {
            if (!type.softDelete) {
                stored.remove(arrival.key());
            } else {
                inbox.removeIf(older -> older.record.action() == Action.UPSERT
                        && older.key().equals(arrival.key())
                        && older.number < arrival.number);
                if (stored.containsKey(arrival.key())) {
                    deleted.put(arrival.key(), true);
                }
            }
            inbox.remove(arrival);
        }
    }

    private List<Arrival> arrivals(Type type, Action action) {
        return inbox.stream()
                .filter(arrival -> !arrival.dead
                        && arrival.record.key().table().equals(type.table)
                        && arrival.record.action() == action)
                .toList();
    }

    private void merge(Arrival arrival) {
        var ids = JsonMapper.shared().readTree(arrival.record.data());
        String keep = ids.get("mergeIdToKeep").stringValue();
        String gone = ids.get("mergeIdToDelete").stringValue();
        if (!mergedInto.containsKey(keep) && !stored.containsKey("item " + keep)) {
            return;
        }
        String target = current(keep);
        if (!target.equals(gone)) {
            mergedInto.replaceAll((id, into) -> into.equals(gone) ? target : into);
            mergedInto.putIfAbsent(gone, target);
        }
        inbox.remove(arrival);
    }
}
