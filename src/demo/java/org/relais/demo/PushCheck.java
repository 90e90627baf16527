package org.relais.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.CheckedRecord;
import org.relais.catalogue.Problem;
import org.relais.catalogue.ProblemKind;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.demo.district.District;
import org.relais.demo.district.Series;

/**
 * Looks for what the real servers would only notice when they integrate, and then keep to themselves: they accept a broken
 * record without a word.
 */
final class PushCheck {
    private final RecordTypes types = RecordTypes.load();
    private final Map<String, Integer> siteOfStore = new HashMap<>();

    PushCheck(District district) {
        Series stores = district.series("store");
        for (int site : district.sites()) {
            district.stores(site).forEach(store -> siteOfStore.put(stores.id(store), site));
        }
    }

    /** What is wrong with a pushed change, in words; empty when nothing is. */
    List<String> problems(Event.Received pushed) {
        Optional<RecordType> known = types.byTable(pushed.key().table());
        if (known.isEmpty()) {
            return List.of("unknown table " + pushed.key().table());
        }
        RecordType type = known.get();
        boolean delete = pushed.action().equalsIgnoreCase("delete");
        boolean taken = (delete ? type.deletionsPushedTo() : type.pushedTo()).contains(pushed.server());
        if (!taken) {
            return List.of(pushed.action() + " of " + pushed.key().table() + " is nothing for the "
                    + pushed.server().key() + " server");
        }
        if (delete) {
            return List.of();
        }
        return pushed.data() == null ? List.of("recordData is missing") : problems(type, pushed);
    }

    private List<String> problems(RecordType type, Event.Received pushed) {
        boolean legacy = pushed.server() == CentralServer.LEGACY;
        String data = legacy ? LegacyForm.of(pushed.key().table(), pushed.data()) : pushed.data();
        CheckedRecord checked = type.check(data);
        List<String> problems = new ArrayList<>();
        checked.problems().stream()
                .filter(problem -> !(legacy && isUnset(type, problem)))
                .map(Problem::toString)
                .forEach(problems::add);
        if (problems.isEmpty()) {
            String id =
                    Json.object(data).text(legacy ? "ID" : "id", pushed.key().id());
            if (!pushed.key().id().equals(id)) {
                problems.add("recordId is " + pushed.key().id() + ", but the record's own id is " + id);
            }
        }
        Integer owner = checked.storeId() == null ? null : siteOfStore.get(checked.storeId());
        if (checked.storeId() != null && !Integer.valueOf(pushed.site()).equals(owner)) {
            problems.add("store " + checked.storeId() + " is none of this site's");
        }
        return problems;
    }

    /** Sites send null to the mSupply central server for what is not set; it keeps its own value for nothing then. */
    private static boolean isUnset(RecordType type, Problem problem) {
        boolean needed = type.blockingReferences().stream()
                .anyMatch(
                        reference -> !reference.optional() && reference.field().equals(problem.field()));
        return problem.kind() == ProblemKind.NULL_FIELD
                && !needed
                && !problem.field().equals("ID");
    }
}
