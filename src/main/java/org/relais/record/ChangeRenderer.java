package org.relais.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.catalogue.WireRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes waiting changes as their types say, for one of the servers. */
@Component
public class ChangeRenderer {

    private final JdbcClient jdbc;
    private final RecordTypes types;
    private final RecordStore store;

    ChangeRenderer(JdbcClient jdbc, RecordTypes types, RecordStore store) {
        this.jdbc = jdbc;
        this.types = types;
        this.store = store;
    }

    /**
     * Writes a batch of changes, each from the record as it is stored now; {@link Outbox#broken} notes those that cannot be written.
     *
     * <p>Ask for the entries first, then render, then send: a change made in between leaves the entry's revision behind, and
     * goes on waiting after {@link Outbox#processed}.
     *
     * @return one for each entry, in their order
     */
    public List<RenderedChange> render(CentralServer server, List<OutboxEntry> entries) {
        LinkResolver links = links();
        return entries.stream().map(entry -> render(server, entry, links)).toList();
    }

    private RenderedChange render(CentralServer server, OutboxEntry entry, LinkResolver links) {
        try {
            return rendered(server, entry, links);
        } catch (RuntimeException e) {
            return new RenderedChange.Broken(entry, Reason.of(ReasonKind.FAULT, e));
        }
    }

    private RenderedChange rendered(CentralServer server, OutboxEntry entry, LinkResolver links) {
        Optional<RecordType> type = types.byTable(entry.key().table());
        if (type.isEmpty()) {
            return new RenderedChange.Broken(
                    entry, new Reason(ReasonKind.UNKNOWN_TYPE, null, entry.key().table()));
        }
        if (entry.action() == Action.DELETE) {
            return type.get().deletionsPushedTo().contains(server)
                    ? new RenderedChange.Send(entry, new WireRecord(entry.key(), Action.DELETE, "{}"))
                    : new RenderedChange.Keep(entry, "deletes of this type are not sent there");
        }
        Optional<StoredRecord> record = store.find(entry.key());
        if (record.isEmpty()) {
            return new RenderedChange.Keep(entry, "the record is no longer in use");
        }
        return switch (type.get().render(record.get().data(), server, links, store)) {
            case Rendering.Send send ->
                new RenderedChange.Send(entry, new WireRecord(entry.key(), Action.UPSERT, send.json()));
            case Rendering.Keep keep -> new RenderedChange.Keep(entry, keep.reason());
            case Rendering.Broken broken -> new RenderedChange.Broken(entry, Reason.of(broken.problem()));
        };
    }

    /** All merges at once: there are few of them, and a batch asks often. */
    private LinkResolver links() {
        Map<RecordKey, String> current = new HashMap<>();
        jdbc.sql("select type, id, into_id from record_merge").query(row -> {
            current.put(new RecordKey(row.getString(1), row.getString(2)), row.getString(3));
        });
        return named -> current.getOrDefault(named, named.id());
    }
}
