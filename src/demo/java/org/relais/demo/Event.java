package org.relais.demo;

import java.time.Instant;
import java.util.Locale;
import org.relais.catalogue.Action;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.JsonCopy;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.vocabulary.Keyed;

/** Something that changed the network's state; the journal is a list of them, one JSON object a line. */
sealed interface Event {

    /** A site showed its hardware id for the first time. */
    record HardwareSeen(int site, String uuid) implements Event {}

    /** A site's queue was filled. */
    record Initialised(int site) implements Event {}

    /** A site acknowledged the queue numbers from one to another, both included. */
    record Acknowledged(int site, long from, long to) implements Event {}

    /** A site pushed a change; data is null when there was none. */
    record Received(CentralServer server, int site, Instant at, RecordKey key, String action, String data)
            implements Event {}

    /** A record changed at the centre: for the mSupply central server's log. */
    record CentralChanged(WireRecord record) implements Event {}

    /** A record of a site's store changed elsewhere: for that site's queue. */
    record Queued(int site, WireRecord record) implements Event {}

    /** A record changed on the Open mSupply central server, for one site or, with 0, for all. */
    record OpenChanged(int site, WireRecord record) implements Event {}

    default String toJson() {
        return switch (this) {
            case HardwareSeen seen -> start("hardware") + site(seen.site()) + text("uuid", seen.uuid()) + '}';
            case Initialised initialised -> start("initialised") + site(initialised.site()) + '}';
            case Acknowledged acknowledged ->
                start("acknowledged") + site(acknowledged.site()) + ",\"from\":" + acknowledged.from() + ",\"to\":"
                        + acknowledged.to() + '}';
            case Received received ->
                start("received")
                        + site(received.site())
                        + text("server", received.server().key())
                        + text("at", received.at().toString())
                        + text("table", received.key().table())
                        + text("id", received.key().id())
                        + text("action", received.action())
                        + text("data", received.data())
                        + '}';
            case CentralChanged changed -> start("central") + record(changed.record()) + '}';
            case Queued queued -> start("queued") + site(queued.site()) + record(queued.record()) + '}';
            case OpenChanged changed -> start("open") + site(changed.site()) + record(changed.record()) + '}';
        };
    }

    static Event of(Json.Fields line) {
        String event = line.text("event");
        return switch (event) {
            case "hardware" -> new HardwareSeen(site(line), line.text("uuid"));
            case "initialised" -> new Initialised(site(line));
            case "acknowledged" -> new Acknowledged(site(line), line.integer("from"), line.integer("to"));
            case "received" ->
                new Received(
                        Keyed.of(CentralServer.class, line.text("server")),
                        site(line),
                        Instant.parse(line.text("at")),
                        key(line),
                        line.text("action"),
                        line.text("data", null));
            case "central" -> new CentralChanged(record(line));
            case "queued" -> new Queued(site(line), record(line));
            case "open" -> new OpenChanged(site(line), record(line));
            default -> throw new Json.Malformed("unknown event " + event);
        };
    }

    private static int site(Json.Fields line) {
        return (int) line.integer("site");
    }

    private static RecordKey key(Json.Fields line) {
        return new RecordKey(line.text("table"), line.text("id"));
    }

    private static WireRecord record(Json.Fields line) {
        Action action = Action.valueOf(line.text("action").toUpperCase(Locale.ROOT));
        return new WireRecord(key(line), action, line.text("data"));
    }

    private static String start(String event) {
        return "{\"event\":\"" + event + '"';
    }

    private static String site(int number) {
        return ",\"site\":" + number;
    }

    private static String text(String name, String value) {
        return ",\"" + name + "\":" + JsonCopy.quoted(value);
    }

    private static String record(WireRecord record) {
        return text("table", record.key().table())
                + text("id", record.key().id())
                + text("action", record.action().name())
                + text("data", record.data());
    }
}
