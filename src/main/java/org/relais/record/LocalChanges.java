package org.relais.record;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Projections;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one door for changes that are made on this site. A record is checked against its type before it is stored, because a
 * central server takes a broken record without a word and drops it later; it is stored and marked for sending in one
 * transaction. Whoever changes something comes without a transaction of its own: the door begins with the gate of the store.
 */
@Component
public class LocalChanges {

    private final JdbcClient jdbc;
    private final StoreTransaction store;
    private final RecordTypes types;
    private final Outbox outbox;
    private final OwnStores ownStores;
    private final LocalReader reader;
    private final LocalWriter writer;
    private final JointSaving together = new JointSaving(this::saveInOne);

    LocalChanges(
            JdbcClient jdbc,
            JdbcTemplate template,
            StoreTransaction store,
            RecordTypes types,
            Outbox outbox,
            OwnStores ownStores,
            Projections projections,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.types = types;
        this.outbox = outbox;
        this.ownStores = ownStores;
        this.reader = new LocalReader(jdbc);
        this.writer = new LocalWriter(jdbc, template, projections, clock);
    }

    /**
     * Makes one change that somebody answers for who can still correct it: it is stored, or refused.
     *
     * @throws InvalidRecord when the record does not fit its type, refers to records that are not there, or belongs to another
     *     site; nothing is kept of it
     * @throws IllegalStateException within a transaction
     */
    public void save(LocalChange change) {
        store.alone(() -> {
            if (new Batch().save(List.of(change), false).getFirst() instanceof Saved.CannotBeStored refused) {
                throw new InvalidRecord(refused.key(), refused.reason());
            }
            return null;
        });
    }

    /**
     * Makes changes in one transaction, which may hold others' as well, and tells of each what became of it. They may refer to each other in whatever order
     * they come; of two changes of one record the later one is handed what the earlier one made. A record that refers to one
     * that is not here is kept, and stored and sent by itself when that one comes. The edits may be made on another caller's thread.
     *
     * @return an answer for each change, in their order
     * @throws IllegalStateException within a transaction
     */
    public List<Saved> saveAll(List<LocalChange> changes) {
        store.requireNone();
        return changes.isEmpty() ? List.of() : together.save(changes);
    }

    private List<Saved> saveInOne(List<LocalChange> changes) {
        return store.alone(() -> new Batch().save(changes, true));
    }

    /** Stores some of the records that waited for what is in the store by now. Returns whether there may be more. */
    boolean takeUpWaiting() {
        return store.alone(() -> {
            Set<RecordKey> waiting = reader.waitingForWhatIsThere(LocalWriter.BATCH);
            if (!waiting.isEmpty()) {
                new Batch().takeUp(waiting);
            }
            return !waiting.isEmpty();
        });
    }

    /**
     * Tries a record that was made here once more, in the caller's transaction.
     *
     * @return whether it is stored now
     */
    boolean takeUp(RecordKey key) {
        writer.resume(key);
        Batch batch = new Batch();
        batch.takeUp(Set.of(key));
        return batch.takenUp.get(key) instanceof Saved.Stored;
    }

    /** Changes that are made in one transaction, by whoever is alone in the store. */
    private final class Batch {

        private final Set<String> own = ownStores.ids();
        private final LargestText largest = LargestText.of(jdbc);
        private final Map<RecordKey, Saved> takenUp = new HashMap<>();

        /** @param mayWait whether a change is kept that refers to a record that is not here */
        List<Saved> save(List<LocalChange> changes, boolean mayWait) {
            List<Saved> answers = new ArrayList<>(changes.size());
            for (Collection<LocalChange> round : rounds(changes)) {
                LocalRound judged = judge(round, mayWait);
                carryOut(judged);
                answers.addAll(judged.answers().values());
                takeUp(reader.waitingFor(keysOf(judged.stored().keySet())));
            }
            return answers.stream()
                    .map(answer ->
                            answer instanceof Saved.WaitsFor ? takenUp.getOrDefault(answer.key(), answer) : answer)
                    .toList();
        }

        /** Stores records that waited, and those that waited for these; what still lacks another record goes on waiting. */
        void takeUp(Set<RecordKey> waiting) {
            Set<RecordKey> next = new LinkedHashSet<>(waiting);
            while (!next.isEmpty()) {
                List<RecordKey> some = next.stream().limit(LocalWriter.BATCH).toList();
                some.forEach(next::remove);
                LocalRound judged = judge(reader.waiting(some), true);
                carryOut(judged);
                for (Saved answer : judged.answers().values()) {
                    if (answer instanceof Saved.CannotBeStored refused) {
                        writer.refuse(refused.key(), refused.reason());
                    }
                }
                Set<RecordKey> stored = keysOf(judged.stored().keySet());
                takenUp.putAll(judged.answers());
                next.addAll(reader.waitingFor(stored));
            }
        }

        private LocalRound judge(Collection<LocalChange> changes, boolean mayWait) {
            LocalRound round = new LocalRound(
                    types,
                    largest,
                    own,
                    mayWait,
                    reader.before(changes.stream().map(LocalChange::key).toList()));
            round.read(changes);
            round.judge(reader.owners(round.named()));
            return round;
        }

        private void carryOut(LocalRound round) {
            if (round.changesNothing()) {
                return;
            }
            writer.dropWaiting(Stream.of(
                            round.stored().keySet(),
                            round.removed(),
                            round.waiting().keySet())
                    .flatMap(Collection::stream)
                    .toList());
            Numbers numbers = new Numbers(writer.firstNumber());
            writer.store(round.stored().entrySet().stream()
                    .map(stored -> new LocalWriter.Numbered(stored.getKey(), stored.getValue(), numbers.next()))
                    .toList());
            writer.remove(round.removed());
            writer.keepWaiting(round.waiting().entrySet().stream()
                    .map(waiting -> new LocalWriter.Waiting(
                            new LocalWriter.Numbered(waiting.getKey(), null, numbers.next()), waiting.getValue()))
                    .toList());
            outbox.mark(marks(round));
        }

        /** What the outbox is to know, in the order in which it was changed. */
        private List<OutboxMark> marks(LocalRound round) {
            Map<RecordKey, OutboxMark> marks = new HashMap<>();
            round.stored()
                    .keySet()
                    .forEach(draft -> marks.put(
                            draft.key(),
                            new OutboxMark(
                                    draft.key(),
                                    Action.UPSERT,
                                    draft.before().data() == null,
                                    draft.before().data(),
                                    draft.type().receivers(draft.text(), reader::text))));
            round.removed().stream()
                    .filter(draft -> draft.before().data() != null)
                    .forEach(draft -> marks.put(
                            draft.key(),
                            new OutboxMark(
                                    draft.key(),
                                    Action.DELETE,
                                    false,
                                    draft.before().data(),
                                    draft.type().deletionsPushedTo())));
            return round.answers().keySet().stream()
                    .map(marks::get)
                    .filter(Objects::nonNull)
                    .toList();
        }
    }

    private static Set<RecordKey> keysOf(Collection<LocalDraft> drafts) {
        Set<RecordKey> keys = new LinkedHashSet<>();
        drafts.forEach(draft -> keys.add(draft.key()));
        return keys;
    }

    /** Cuts changes into runs that have each record once and fit into a batch. */
    private static List<Collection<LocalChange>> rounds(List<LocalChange> changes) {
        List<Collection<LocalChange>> rounds = new ArrayList<>();
        Map<RecordKey, LocalChange> round = new LinkedHashMap<>();
        for (LocalChange change : changes) {
            if (round.size() == LocalWriter.BATCH || round.containsKey(change.key())) {
                rounds.add(round.values());
                round = new LinkedHashMap<>();
            }
            round.put(change.key(), change);
        }
        rounds.add(round.values());
        return rounds;
    }

    /** Numbers of texts, one after the other. */
    private static final class Numbers {

        private long next;

        Numbers(long first) {
            next = first;
        }

        long next() {
            return next++;
        }
    }
}
