package org.relais.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.WireRecord;
import org.relais.record.projection.Projections;
import org.relais.record.projection.ReferencesTo;
import org.relais.testing.TestDatabase;

/**
 * Measures the record store alone: records per second received and integrated, and changed here, against the barest JDBC batch
 * into an empty table of the same shape, in one process; without projections, and with the references to locations, which half of
 * the records have.
 */
public final class StoreBenchmark {

    private static final int RECEIVED_AT_ONCE = 5000;
    private static final int CHANGED_AT_ONCE = 1000;
    private static final int BATCH = 1000;
    private static final String FILLER = "\"user_field\":\"" + "éa b\\n".repeat(10) + "\",";

    private StoreBenchmark() {}

    /**
     * Records a second.
     *
     * @param records how many there were
     * @param references whether references to locations were kept beside them
     * @param barest of the barest insert
     * @param received taken into the inbox
     * @param integrated from there into the store
     * @param whole both together
     * @param changed changed here, a thousand at once, a tenth as many
     */
    public record Speed(
            int records,
            boolean references,
            double barest,
            double received,
            double integrated,
            double whole,
            double changed) {}

    /**
     * Measures with databases of its own.
     *
     * @throws IllegalStateException when not every record was integrated: what is set aside costs less
     */
    public static List<Speed> measure(int records) {
        return List.of(measure(records, List.of()), measure(records, List.of(new ReferencesTo("Location"))));
    }

    private static Speed measure(int records, List<ReferencesTo> asked) {
        try (TestDatabase db = TestDatabase.fresh()) {
            return measure(db, records, asked);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Speed measure(TestDatabase db, int records, List<ReferencesTo> asked) throws SQLException {
        RecordTypes types = RecordTypes.load();
        var room = new StoreRoom(
                db.dataSource(), types, new Projections(db.dataSource(), types, List.of(), asked, StoreRoom.CHUNK));
        Duration bare = barest(db, records);
        var page = new ArrayList<WireRecord>(RECEIVED_AT_ONCE);
        long[] spent = new long[1];
        Runnable receive = () -> {
            long from = System.nanoTime();
            room.receive(page);
            spent[0] += System.nanoTime() - from;
            page.clear();
        };
        generate(records, record -> {
            page.add(record);
            if (page.size() == RECEIVED_AT_ONCE) {
                receive.run();
            }
        });
        receive.run();
        long from = System.nanoTime();
        IntegrationResult result = room.integrate();
        long integrate = System.nanoTime() - from;
        if (result.setAside() > 0 || !result.complete()) {
            throw new IllegalStateException("of " + records + " records: " + result);
        }
        return new Speed(
                records,
                !asked.isEmpty(),
                perSecond(records, bare.toNanos()),
                perSecond(records, spent[0]),
                perSecond(records, integrate),
                perSecond(records, spent[0] + integrate),
                changed(room, Math.max(records / 10, CHANGED_AT_ONCE)));
    }

    /** Through the door for local changes, as many at once as a page of a phone's backlog. */
    private static double changed(StoreRoom room, int changes) {
        room.empty();
        room.take(Samples.name("n1", "Dépôt"), Samples.store(Samples.OWN_STORE, "n1"));
        List<LocalChange> all = new ArrayList<>(changes);
        for (int i = 0; i < changes; i++) {
            WireRecord shelf = Samples.location("shelf-" + i, "É" + i);
            all.add(LocalChange.to(shelf.key(), shelf.data()));
        }
        long start = System.nanoTime();
        for (int from = 0; from < changes; from += CHANGED_AT_ONCE) {
            room.changes.saveAll(all.subList(from, Math.min(from + CHANGED_AT_ONCE, changes)));
        }
        return perSecond(changes, System.nanoTime() - start);
    }

    private static double perSecond(int records, long nanos) {
        return records * 1e9 / nanos;
    }

    private static Duration barest(TestDatabase db, int records) throws SQLException {
        try (Connection connection = db.dataSource().getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            "create table bare (type varchar(64) not null, id varchar(255) not null, store_id varchar(64),"
                                    + " data longtext not null, received_at datetime(6) not null, primary key (type, id))"
                                    + " default charset = utf8mb4 collate = utf8mb4_bin");
            connection.setAutoCommit(false);
            long[] spent = new long[1];
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bare values (?, ?, ?, ?, utc_timestamp(6))")) {
                var batch = new ArrayList<WireRecord>(BATCH);
                Runnable write = () -> {
                    long from = System.nanoTime();
                    try {
                        for (WireRecord record : batch) {
                            insert.setString(1, record.key().table());
                            insert.setString(2, record.key().id());
                            insert.setString(3, Samples.OWN_STORE);
                            insert.setString(4, record.data());
                            insert.addBatch();
                        }
                        insert.executeBatch();
                        connection.commit();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    spent[0] += System.nanoTime() - from;
                    batch.clear();
                };
                generate(records, record -> {
                    batch.add(record);
                    if (batch.size() == BATCH) {
                        write.run();
                    }
                });
                if (!batch.isEmpty()) {
                    write.run();
                }
            }
            connection.createStatement().execute("drop table bare");
            return Duration.ofNanos(spent[0]);
        }
    }

    /** Half of the records central (names, items, list lines), half the store's (stock lines, invoices, invoice lines). */
    private static void generate(int records, Consumer<WireRecord> sink) {
        var random = new Random(records);
        List<String> names = ids(random, Math.max(records / 6, 1));
        List<String> items = ids(random, Math.max(records / 12, 1));
        List<String> lists = ids(random, 20);
        List<String> invoices = ids(random, Math.max(records / 12, 1));
        names.forEach(id -> sink.accept(wide(Samples.name(id, "Centre de santé"))));
        sink.accept(Samples.store(Samples.OWN_STORE, names.getFirst()));
        lists.forEach(id -> sink.accept(Samples.upsert("list_master", id, """
                {"ID":"%s","description":"Liste","code":"L","note":"","isProgram":false,"programSettings":null}""".formatted(id))));
        items.forEach(id -> sink.accept(wide(Samples.item(id, "Quinine", ""))));
        int left = records - names.size() - items.size() - lists.size() - invoices.size() - 1;
        for (String id : invoices) {
            sink.accept(wide(transact(id, pick(names, random))));
        }
        for (int i = 0; i < left; i++) {
            String id = id(random);
            sink.accept(wide(
                    switch (i % 4) {
                        case 0, 1 ->
                            Samples.upsert("list_master_line", id, """
                                {"ID":"%s","item_master_ID":"%s","item_ID":"%s","price":1.5}""".formatted(
                                            id, pick(lists, random), pick(items, random)));
                        case 2 -> line(id, pick(items, random), pick(names, random));
                        default -> transLine(id, pick(invoices, random), pick(items, random));
                    }));
        }
    }

    /** Central servers send many keys that nobody asks for. */
    private static WireRecord wide(WireRecord record) {
        var data = new StringBuilder("{");
        for (int i = 0; data.length() + record.data().length() < 1000; i++) {
            data.append(FILLER.replace("user_field", "user_field_" + i));
        }
        return new WireRecord(
                record.key(), record.action(), data + record.data().substring(1));
    }

    private static WireRecord line(String id, String item, String name) {
        return Samples.upsert("item_line", id, """
                {"ID":"%s","store_ID":"%s","item_ID":"%s","batch":"B1","expiry_date":"2027-01-31","hold":false,"location_ID":"%s",\
                "pack_size":10,"available":5,"quantity":5.5,"cost_price":1.25,"sell_price":2,"note":"","name_ID":"%s",\
                "barcodeID":"","vvm_status_id":"","total_volume":0,"volume_per_pack":0}""".formatted(id, Samples.OWN_STORE, item, place(id), name));
    }

    private static WireRecord transact(String id, String name) {
        return Samples.upsert("transact", id, """
                {"ID":"%s","name_ID":"%s","store_ID":"%s","invoice_num":7,"type":"ci","status":"fn","user_ID":"","hold":false,\
                "comment":"","their_ref":"","prescriber_ID":"","currency_ID":"","currency_rate":1,"goods_received_ID":"",\
                "original_PO_ID":"","requisition_ID":"","linked_transaction_id":"","nameInsuranceJoinID":"",\
                "donor_default_id":"","insuranceDiscountAmount":0,"insuranceDiscountRate":0,"entry_date":"2026-01-31",\
                "entry_time":45000,"confirm_date":"2026-01-31","confirm_time":45000,"finalised_date":"2026-01-31",\
                "finalised_time":45000,"mode":"store"}""".formatted(id, name, Samples.OWN_STORE));
    }

    private static WireRecord transLine(String id, String invoice, String item) {
        return Samples.upsert("trans_line", id, """
                {"ID":"%s","transaction_ID":"%s","item_ID":"%s","item_name":"Quinine","item_line_ID":"","location_ID":"%s",\
                "batch":"B1","expiry_date":"2027-01-31","pack_size":10,"cost_price":1.25,"sell_price":2,"type":"stock_out",\
                "quantity":3,"note":"","optionID":"","linked_transact_id":"","donor_id":"",\
                "vaccine_vial_monitor_status_ID":"","volume_per_pack":0}""".formatted(id, invoice, item, place(id)));
    }

    private static List<String> ids(Random random, int count) {
        List<String> ids = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            ids.add(id(random));
        }
        return ids;
    }

    private static String id(Random random) {
        return new UUID(random.nextLong(), random.nextLong())
                .toString()
                .replace("-", "")
                .toUpperCase();
    }

    /** One of a few hundred locations. */
    private static String place(String id) {
        return "4D1A0CFE77B84F6B9A5D3C2E1B0F" + id.substring(0, 2) + "00";
    }

    private static String pick(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }
}
