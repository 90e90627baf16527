package org.relais.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/**
 * What has to be, in plain maps: of each record the last state that somebody gave it. Of a record that was changed here and
 * elsewhere it may be either one, for which came last depends on the moment; but what was changed here has to be sent all the same.
 * Used by one thread at a time.
 */
final class Model {

    private final Map<RecordKey, String> base;
    private final Map<RecordKey, Optional<String>> elsewhere = new HashMap<>();
    private final Set<RecordKey> deleted = new HashSet<>();
    private final Map<RecordKey, List<Optional<String>>> here = new LinkedHashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final Map<RecordKey, String> aside = new HashMap<>();

    Model(Base base) {
        this.base = base.records();
    }

    /** The rest of the network changed a record, and this site gets it. */
    void changedElsewhere(WireRecord record) {
        RecordKey key = record.key();
        if (record.action() == Action.UPSERT) {
            elsewhere.put(key, Optional.of(record.data()));
            deleted.remove(key);
            aside.remove(key);
        } else {
            elsewhere.put(key, Optional.empty());
        }
    }

    /** The rest of the network deleted a record of a kind that is kept as deleted. */
    void deletedSoftly(RecordKey key) {
        deleted.add(key);
    }

    /** Two items are one from now on. */
    void merged(String keep, String gone) {
        String target = mergedInto.getOrDefault(keep, keep);
        if (!target.equals(gone)) {
            mergedInto.replaceAll((id, into) -> into.equals(gone) ? target : into);
            mergedInto.putIfAbsent(gone, target);
        }
    }

    /** A record came that cannot be stored. */
    void setAside(RecordKey key, String state) {
        aside.put(key, state);
    }

    /** Somebody here changed a record; empty for a deletion. */
    void changedHere(RecordKey key, Optional<String> text) {
        List<Optional<String>> states = here.computeIfAbsent(key, unused -> new ArrayList<>());
        if (states.isEmpty() || !states.getLast().equals(text)) {
            states.add(text);
        }
    }

    /** What somebody here made of each record, oldest first. */
    Map<RecordKey, List<Optional<String>>> here() {
        return Collections.unmodifiableMap(here);
    }

    /** What somebody here made of a record last; empty when it is deleted or was never made. */
    Optional<String> lastHere(RecordKey key) {
        List<Optional<String>> states = here.get(key);
        return states == null ? Optional.empty() : states.getLast();
    }

    /** The text of a record as the rest of the network has it, of those that were changed. */
    Optional<String> lastElsewhere(RecordKey key) {
        return deleted.contains(key) ? Optional.empty() : elsewhere.getOrDefault(key, Optional.empty());
    }

    /** Whether a record is known as merged, or stands for one that is. */
    boolean isInAMerge(String id) {
        return mergedInto.containsKey(id) || mergedInto.containsValue(id);
    }

    /** What is wrong with a store; empty when all is as it has to be. */
    List<String> differences(Image image) {
        List<String> wrong = new ArrayList<>();
        Set<RecordKey> keys = new HashSet<>(base.keySet());
        keys.addAll(elsewhere.keySet());
        keys.addAll(here.keySet());
        keys.addAll(image.records().keySet());
        for (RecordKey key : keys) {
            Set<Optional<String>> allowed = allowed(key);
            Optional<String> is = Optional.ofNullable(image.records().get(key));
            if (!allowed.contains(is)) {
                wrong.add("store: " + key + " is " + is.orElse("missing") + ", allowed " + allowed);
            }
        }
        Set<String> expected = new TreeSet<>();
        aside.forEach((key, state) -> expected.add(key + " " + state));
        if (!expected.equals(image.aside())) {
            wrong.add("inbox: is " + image.aside() + ", expected " + expected);
        }
        return wrong;
    }

    private Set<Optional<String>> allowed(RecordKey key) {
        Set<Optional<String>> allowed = new HashSet<>();
        if (elsewhere.containsKey(key)) {
            allowed.add(elsewhere.get(key).map(text -> line(key, text)));
        }
        if (here.containsKey(key)) {
            allowed.add(lastHere(key).map(text -> line(key, text)));
        }
        if (allowed.isEmpty()) {
            allowed.add(Optional.ofNullable(base.get(key)));
        }
        return allowed;
    }

    private String line(RecordKey key, String text) {
        return Image.line(
                Image.digest(text),
                deleted.contains(key),
                key.table().equals("item") ? mergedInto.get(key.id()) : null);
    }
}
