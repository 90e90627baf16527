package org.relais.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.Action;
import org.relais.catalogue.CheckedRecord;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;

/**
 * Judges changes that are made together, each of another record: each by itself, then by what is in the store, then in the
 * order of their types, so that they may refer to each other in whatever order they come. Writes nothing.
 */
final class LocalRound {

    private static final String STORE = "store";

    private final RecordTypes types;
    private final Examiner examiner;
    private final LargestText largest;
    private final Set<String> ownStores;
    private final boolean mayWait;
    private final Map<RecordKey, Before> before;
    private final Map<RecordKey, Saved> answers = new LinkedHashMap<>();
    private final List<LocalDraft> drafts = new ArrayList<>();
    private final Map<LocalDraft, String> stored = new LinkedHashMap<>();
    private final List<LocalDraft> removed = new ArrayList<>();
    private final Map<LocalDraft, List<LocalDraft.NamedRecord>> waiting = new LinkedHashMap<>();

    /**
     * @param ownStores the stores whose records may be changed
     * @param mayWait whether a record is kept that refers to one that is not there
     */
    LocalRound(
            RecordTypes types,
            LargestText largest,
            Set<String> ownStores,
            boolean mayWait,
            Map<RecordKey, Before> before) {
        this.types = types;
        this.examiner = new Examiner(types);
        this.largest = largest;
        this.ownStores = ownStores;
        this.mayWait = mayWait;
        this.before = before;
    }

    /** Looks at what each change asks for, by itself. */
    void read(Collection<LocalChange> changes) {
        changes.forEach(this::read);
    }

    private void read(LocalChange change) {
        Before was = before.getOrDefault(change.key(), Before.NOTHING);
        Optional<String> wanted = change.edit().apply(was.text());
        // The answers stand in the order of the changes.
        answers.put(change.key(), new Saved.Unchanged(change.key()));
        if (wanted.isPresent()) {
            if (!was.is(wanted.get())) {
                readText(change.key(), was, wanted.get());
            }
        } else if (was.text().isPresent()) {
            readDeletion(change.key(), was);
        }
    }

    private void readText(RecordKey key, Before was, String text) {
        Optional<Reason> tooLarge = largest.refusal(text);
        if (tooLarge.isPresent()) {
            refuse(key, tooLarge.get());
            return;
        }
        Examiner.Findings found = examiner.examine(new WireRecord(key, Action.UPSERT, text));
        if (found.state() == InboxState.NEW) {
            RecordType type = types.byTable(key.table()).orElseThrow();
            drafts.add(new LocalDraft(key, type, text, was, found.storeId(), found.parents(), found.references()));
        } else {
            refuse(key, found.reason());
        }
    }

    private void readDeletion(RecordKey key, Before was) {
        Optional<RecordType> type = types.byTable(key.table());
        if (type.isEmpty() || type.get().deletionsPushedTo().isEmpty()) {
            ReasonKind kind = type.isEmpty() ? ReasonKind.UNKNOWN_TYPE : ReasonKind.DELETE_UNSUPPORTED;
            refuse(key, new Reason(kind, null, null));
            return;
        }
        CheckedRecord found = type.get().check(was.text().orElseThrow());
        drafts.add(new LocalDraft(key, type.get(), null, was, found.storeId(), found.parents(), List.of()));
    }

    /** The records that the changes name: what is known of them decides. */
    List<RecordKey> named() {
        return drafts.stream().flatMap(LocalDraft::named).distinct().toList();
    }

    /**
     * Decides about each change.
     *
     * @param there the records in the store among {@link #named()}, each with the store that it belongs to
     */
    void judge(Map<RecordKey, Optional<String>> there) {
        Map<RecordKey, Optional<String>> known = new HashMap<>(there);
        drafts.stream()
                .filter(draft -> !draft.isDeletion())
                .sorted(Comparator.comparingInt(draft -> draft.type().level()))
                .forEach(draft -> judge(draft, known));
        drafts.stream().filter(LocalDraft::isDeletion).forEach(draft -> judge(draft, known));
    }

    private void judge(LocalDraft draft, Map<RecordKey, Optional<String>> known) {
        List<LocalDraft.NamedRecord> missing = draft.missing(known);
        String owner = draft.owner(known);
        // A store that has not come yet may turn out to be ours.
        boolean knownOwner =
                owner != null && missing.stream().noneMatch(named -> named.key().equals(new RecordKey(STORE, owner)));
        if (knownOwner && !ownStores.contains(owner)) {
            refuse(draft.key(), new Reason(ReasonKind.FOREIGN_STORE, null, "store " + owner));
        } else if (!missing.isEmpty() && !mayWait) {
            refuse(
                    draft.key(),
                    Reason.missing(
                            missing.getFirst().field(), missing.getFirst().key()));
        } else if (!missing.isEmpty()) {
            waiting.put(draft, missing);
            answers.put(
                    draft.key(),
                    new Saved.WaitsFor(
                            draft.key(),
                            missing.stream()
                                    .map(LocalDraft.NamedRecord::key)
                                    .distinct()
                                    .toList()));
        } else {
            answers.put(draft.key(), new Saved.Stored(draft.key()));
            if (draft.isDeletion()) {
                removed.add(draft);
            } else {
                stored.put(draft, owner);
                known.put(draft.key(), Optional.ofNullable(owner));
            }
        }
    }

    private void refuse(RecordKey key, Reason reason) {
        answers.put(key, new Saved.CannotBeStored(key, reason));
    }

    /** Whether there is nothing to write. */
    boolean changesNothing() {
        return stored.isEmpty() && removed.isEmpty() && waiting.isEmpty();
    }

    /** What becomes of each change, in their order. */
    Map<RecordKey, Saved> answers() {
        return answers;
    }

    /** The records to store, each with the store that it belongs to (null for none). */
    Map<LocalDraft, String> stored() {
        return stored;
    }

    /** The records to take out of the store. */
    List<LocalDraft> removed() {
        return removed;
    }

    /** The records to keep until those are there that they name. */
    Map<LocalDraft, List<LocalDraft.NamedRecord>> waiting() {
        return waiting;
    }
}
