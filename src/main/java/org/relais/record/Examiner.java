package org.relais.record;

import java.util.List;
import java.util.Optional;
import org.relais.catalogue.CheckedRecord;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.relais.vocabulary.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Judges an arriving record by itself: everything that needs no other record. It never throws because of a record. */
final class Examiner {

    /**
     * In characters. Most ids are UUIDs, but the Open mSupply central server makes some from other texts: a preference's is
     * its key, an underscore and its store's id, up to some 110 characters.
     */
    static final int LONGEST_ID = 255;

    private static final JsonFactory JSON = new JsonFactory();

    private final RecordTypes types;

    Examiner(RecordTypes types) {
        this.types = types;
    }

    /**
     * What an arrival is worth.
     *
     * @param storeId the store that the record names as its owner, or null
     * @param parents the ids of the records that know its owner store, as in {@link CheckedRecord#parents()}
     * @param references values of the blocking references in the type's order; of a merge the id to keep and the id to delete
     * @param named the ids of all records that it names, as in {@link CheckedRecord#named()}; empty unless it can be stored
     * @param state where it goes
     * @param reason why it does not go further; null for NEW
     */
    record Findings(
            String storeId,
            List<String> parents,
            List<String> references,
            List<String> named,
            InboxState state,
            Reason reason) {

        private static Findings good(List<String> references) {
            return new Findings(null, List.of(), references, List.of(), InboxState.NEW, null);
        }

        static Findings asideAs(InboxState state, Reason reason) {
            return new Findings(null, List.of(), List.of(), List.of(), state, reason);
        }
    }

    Findings examine(WireRecord arrived) {
        Optional<RecordType> type = types.byTable(arrived.key().table());
        if (type.isEmpty()) {
            return Findings.asideAs(InboxState.UNKNOWN_TYPE, new Reason(ReasonKind.UNKNOWN_TYPE, null, null));
        }
        int length = Texts.length(arrived.key().id());
        if (length == 0 || length > LONGEST_ID) {
            String detail = length == 0 ? "empty" : length + " characters";
            return Findings.asideAs(InboxState.BROKEN, new Reason(ReasonKind.BAD_ID, null, detail));
        }
        return switch (arrived.action()) {
            case UPSERT -> upsert(type.get(), arrived.data());
            case DELETE -> delete(type.get());
            case MERGE -> merge(type.get(), arrived.data());
        };
    }

    private static Findings upsert(RecordType type, String data) {
        CheckedRecord checked;
        try {
            checked = type.check(data);
        } catch (RuntimeException e) {
            return Findings.asideAs(InboxState.BROKEN, Reason.of(ReasonKind.FAULT, e));
        }
        if (!checked.isValid()) {
            return Findings.asideAs(
                    InboxState.BROKEN, Reason.of(checked.problems().getFirst()));
        }
        return new Findings(
                checked.storeId(), checked.parents(), checked.references(), checked.named(), InboxState.NEW, null);
    }

    private static Findings delete(RecordType type) {
        return switch (type.deletion()) {
            case HARD, SOFT -> Findings.good(List.of());
            case REFUSED -> Findings.asideAs(InboxState.REFUSED, new Reason(ReasonKind.DELETE_REFUSED, null, null));
            case UNSUPPORTED ->
                Findings.asideAs(InboxState.REFUSED, new Reason(ReasonKind.DELETE_UNSUPPORTED, null, null));
        };
    }

    private static Findings merge(RecordType type, String data) {
        if (!type.merges()) {
            return Findings.asideAs(InboxState.REFUSED, new Reason(ReasonKind.MERGE_UNSUPPORTED, null, null));
        }
        String keep = null;
        String delete = null;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), data)) {
            json.nextToken();
            for (String name = json.nextName(); name != null; name = json.nextName()) {
                boolean isText = json.nextToken() == JsonToken.VALUE_STRING;
                if (isText && name.equals("mergeIdToKeep")) {
                    keep = json.getString();
                } else if (isText && name.equals("mergeIdToDelete")) {
                    delete = json.getString();
                } else {
                    json.skipChildren();
                }
            }
        } catch (JacksonException e) {
            return Findings.asideAs(InboxState.BROKEN, Reason.of(ReasonKind.MERGE_UNREADABLE, e));
        }
        if (isNoId(keep) || isNoId(delete)) {
            String field = isNoId(keep) ? "mergeIdToKeep" : "mergeIdToDelete";
            return Findings.asideAs(InboxState.BROKEN, new Reason(ReasonKind.MERGE_UNREADABLE, field, null));
        }
        return Findings.good(List.of(keep, delete));
    }

    private static boolean isNoId(String id) {
        return id == null || id.isEmpty() || Texts.length(id) > LONGEST_ID;
    }
}
