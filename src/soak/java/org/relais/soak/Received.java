package org.relais.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.demo.DemoNetwork;
import org.relais.demo.ReceivedChange;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the central servers were sent: the last state of each record, none that was never made, and no older one after a newer one. */
final class Received {

    private static final RecordTypes TYPES = RecordTypes.load();
    private static final String DELETED = "deleted";

    private final List<ReceivedChange> changes;
    private final RecordLookup lookup;

    Received(DemoNetwork network, JdbcClient database) {
        String site = network.sites().getFirst().name();
        this.changes = network.received().stream()
                .filter(change -> change.site().equals(site))
                .toList();
        this.lookup = key -> database.sql("select data from record where type = ? and id = ? and deleted_at is null")
                .params(key.table(), key.id())
                .query(String.class)
                .optional();
    }

    List<String> differences(Model model) {
        List<String> wrong = new ArrayList<>();
        Map<CentralServer, Map<RecordKey, List<String>>> received = new HashMap<>();
        for (ReceivedChange change : changes) {
            if (!change.problems().isEmpty()) {
                wrong.add("sent: " + change.key() + " breaks the catalogue: " + change.problems());
            }
            received.computeIfAbsent(change.server(), unused -> new HashMap<>())
                    .computeIfAbsent(change.key(), unused -> new ArrayList<>())
                    .add(change.action().equalsIgnoreCase("delete") ? DELETED : change.data());
        }
        for (CentralServer server : CentralServer.values()) {
            Map<RecordKey, List<String>> its = received.getOrDefault(server, Map.of());
            its.keySet().stream()
                    .filter(key -> !model.here().containsKey(key))
                    .forEach(key -> wrong.add("sent: " + key + " to " + server + ", which nobody here changed"));
            model.here().forEach((key, states) -> wrong.addAll(compare(server, key, states, its.get(key))));
        }
        return wrong;
    }

    private List<String> compare(
            CentralServer server, RecordKey key, List<Optional<String>> states, List<String> received) {
        List<String> sent = received == null ? List.of() : received;
        List<String> made = new ArrayList<>();
        states.forEach(state -> rendered(server, key, state).ifPresent(made::add));
        String what = "sent: " + key + " to " + server + ": ";
        if (made.isEmpty()) {
            return sent.isEmpty() ? List.of() : List.of(what + "it gets none of it, but got " + sent);
        }
        int at = 0;
        for (String each : sent) {
            int found = made.subList(at, made.size()).indexOf(each);
            if (found < 0) {
                return List.of(what + (made.contains(each) ? "an older state after a newer one: " : "never made: ")
                        + each + "\n    made " + made + "\n    sent " + sent);
            }
            at += found;
        }
        boolean last = !sent.isEmpty() && sent.getLast().equals(made.getLast());
        return last ? List.of() : List.of(what + "its last state is missing\n    made " + made + "\n    sent " + sent);
    }

    private Optional<String> rendered(CentralServer server, RecordKey key, Optional<String> state) {
        RecordType type = TYPES.byTable(key.table()).orElseThrow();
        if (state.isEmpty()) {
            return type.deletionsPushedTo().contains(server) ? Optional.of(DELETED) : Optional.empty();
        }
        return type.render(state.get(), server, LinkResolver.NONE, lookup) instanceof Rendering.Send send
                ? Optional.of(send.json())
                : Optional.empty();
    }
}
