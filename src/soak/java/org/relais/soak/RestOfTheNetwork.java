package org.relais.soak;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.relais.catalogue.Action;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.demo.DemoNetwork;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happens elsewhere and reaches the site: changes, deletes and merges on all three ways, and records that nobody can store. */
final class RestOfTheNetwork {

    private static final int MOST_CHANGES = 8;
    private static final int ITEMS = 12;
    private static final int NAMES = 5;
    private static final int SHORT_FORMS = 6;
    private static final int LOGS = 8;
    private static final int LINES = 4;
    private static final int BROKEN = 4;

    private final DemoNetwork network;
    private final Base base;
    private final Model model;
    private final List<RecordKey> lines = new ArrayList<>();
    private int versions;

    RestOfTheNetwork(DemoNetwork network, Base base, Model model) {
        this.network = network;
        this.base = base;
        this.model = model;
    }

    void work(long dice) {
        Random random = new Random(dice);
        for (int count = 1 + random.nextInt(MOST_CHANGES); count > 0; count--) {
            versions++;
            change(random);
        }
    }

    private void change(Random random) {
        switch (random.nextInt(14)) {
            case 0, 1, 2 -> item(random.nextInt(ITEMS));
            case 3 -> deleteItem(random.nextInt(ITEMS));
            case 4, 5 -> merge(random.nextInt(ITEMS), random.nextInt(ITEMS));
            case 6 -> made("name", "soak-name-" + random.nextInt(NAMES), Channel.CENTRAL_RECORDS, "comment");
            case 7, 8 -> shipment(random);
            case 9 -> deleteLine(random);
            case 10 -> made("asset_log", uuid(random.nextInt(LOGS)), Channel.OPEN_PULL, "comment");
            case 11 -> shelf(random.nextInt(People.SHELVES));
            case 12 -> broken(random.nextInt(BROKEN));
            default -> shortForm(random);
        }
    }

    private void item(int number) {
        made("item", itemId(number), Channel.CENTRAL_RECORDS, "item_name");
    }

    private void deleteItem(int number) {
        RecordKey key = new RecordKey("item", itemId(number));
        if (model.lastElsewhere(key).isPresent() && !model.isInAMerge(key.id())) {
            send(Channel.CENTRAL_RECORDS, new WireRecord(key, Action.DELETE, "{}"));
            model.deletedSoftly(key);
        }
    }

    private void merge(int keep, int gone) {
        String kept = itemId(keep);
        String merged = itemId(gone);
        boolean both = model.lastElsewhere(new RecordKey("item", kept)).isPresent()
                && model.lastElsewhere(new RecordKey("item", merged)).isPresent();
        if (keep != gone && both) {
            String data = "{\"mergeIdToKeep\":\"" + kept + "\",\"mergeIdToDelete\":\"" + merged + "\"}";
            send(Channel.CENTRAL_RECORDS, new WireRecord(new RecordKey("item", merged), Action.MERGE, data));
            model.merged(kept, merged);
        }
    }

    /** The lines may come before their shipment, and then wait for it. */
    private void shipment(Random random) {
        String id = "soak-shipment-" + versions;
        Optional<WireRecord> shipment = record("transact", id, "their_ref");
        List<WireRecord> all = new ArrayList<>();
        for (int number = 0; number < LINES && shipment.isPresent(); number++) {
            record("trans_line", "soak-line-" + versions + "-" + number, "note")
                    .map(line -> with(line, "transaction_ID", id))
                    .ifPresent(all::add);
        }
        all.forEach(line -> lines.add(line.key()));
        shipment.ifPresent(all::add);
        Collections.shuffle(all, random);
        all.forEach(each -> changed(Channel.QUEUED_RECORDS, each));
    }

    private void deleteLine(Random random) {
        if (!lines.isEmpty()) {
            RecordKey key = lines.remove(random.nextInt(lines.size()));
            changed(Channel.QUEUED_RECORDS, new WireRecord(key, Action.DELETE, "{}"));
        }
    }

    /** Changed at both ends, when the people here use it. */
    private void shelf(int number) {
        changed(Channel.QUEUED_RECORDS, People.shelf(number, base.store(), "C" + number + "-" + versions));
    }

    private void broken(int number) {
        RecordKey key = number == 0
                ? new RecordKey("soak_unknown", "soak-unknown")
                : new RecordKey("item", "soak-broken-" + number);
        send(Channel.CENTRAL_RECORDS, new WireRecord(key, Action.UPSERT, "{\"ID\":\"" + key.id() + "\"}"));
        model.setAside(key, number == 0 ? "UNKNOWN_TYPE" : "BROKEN");
    }

    private void shortForm(Random random) {
        RecordKey key = new RecordKey("abbreviation", "soak-short-" + random.nextInt(SHORT_FORMS));
        if (random.nextInt(3) == 0 && model.lastElsewhere(key).isPresent()) {
            changed(Channel.CENTRAL_RECORDS, new WireRecord(key, Action.DELETE, "{}"));
        } else {
            changed(Channel.CENTRAL_RECORDS, new WireRecord(key, Action.UPSERT, """
                            {"ID":"%s","abbreviation":"bid","expansion":"deux fois par jour %d"}\
                            """.formatted(key.id(), versions)));
        }
    }

    private void made(String table, String id, Channel way, String field) {
        record(table, id, field).ifPresent(record -> changed(way, record));
    }

    /** A record like one that the site has, with another id and its version in one of its texts. */
    private Optional<WireRecord> record(String table, String id, String field) {
        return base.sample(table, versions).map(sample -> {
            ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(sample);
            data.put(data.has("ID") ? "ID" : "id", id);
            if (data.has("code")) {
                data.put("code", id);
            }
            data.put(field, "v" + versions + " éñ");
            return new WireRecord(new RecordKey(table, id), Action.UPSERT, data.toString());
        });
    }

    private static WireRecord with(WireRecord record, String field, String value) {
        ObjectNode data = (ObjectNode) JsonMapper.shared().readTree(record.data());
        data.put(field, value);
        return new WireRecord(record.key(), record.action(), data.toString());
    }

    private void changed(Channel way, WireRecord record) {
        send(way, record);
        model.changedElsewhere(record);
    }

    private void send(Channel way, WireRecord record) {
        network.change(network.sites().getFirst(), way, record);
    }

    private static String itemId(int number) {
        return "soak-item-%02d".formatted(number);
    }

    private static String uuid(int number) {
        return "50a00000-0000-4000-8000-%012d".formatted(number);
    }
}
