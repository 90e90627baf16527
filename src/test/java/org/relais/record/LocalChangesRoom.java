package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

/** A store of ours and one of another site, and changes that are made here. */
abstract class LocalChangesRoom {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    static final String FOREIGN = "store-foreign";

    StoreRoom room;

    @BeforeEach
    void aStoreOfOursAndOneOfAnother() {
        room = new StoreRoom(db.dataSource());
        room.empty();
        room.take(
                Samples.name("n1", "Dépôt"),
                Samples.store(Samples.OWN_STORE, "n1"),
                Samples.store(FOREIGN, "n1"),
                Samples.item("i1", "Quinine", ""));
    }

    @AfterEach
    void noTextIsLeftBehind() {
        assertThat(room.strayContents()).isZero();
    }

    List<String> toSend() {
        return room.outbox.waitingFor(CentralServer.LEGACY, 0, 10_000).stream()
                .map(entry -> entry.action() + " " + entry.key())
                .toList();
    }

    static RecordKey shelf(String id) {
        return new RecordKey("Location", id);
    }

    static WireRecord invoice(String id, String store) {
        return Samples.upsert("transact", id, """
                {"ID":"%s","name_ID":"n1","store_ID":"%s","invoice_num":7,"type":"ci","status":"fn","user_ID":"","hold":false,\
                "comment":"","their_ref":"","prescriber_ID":"","currency_ID":"","currency_rate":1,"goods_received_ID":"",\
                "original_PO_ID":"","requisition_ID":"","linked_transaction_id":"","nameInsuranceJoinID":"",\
                "donor_default_id":"","insuranceDiscountAmount":0,"insuranceDiscountRate":0,"entry_date":"2026-01-31",\
                "entry_time":45000,"confirm_date":"2026-01-31","confirm_time":45000,"finalised_date":"2026-01-31",\
                "finalised_time":45000,"mode":"store"}""".formatted(id, store));
    }

    static WireRecord invoiceLine(String id, String invoice) {
        return invoiceLine(id, invoice, "i1");
    }

    static WireRecord invoiceLine(String id, String invoice, String item) {
        return Samples.upsert("trans_line", id, """
                {"ID":"%s","transaction_ID":"%s","item_ID":"%s","item_name":"Quinine","item_line_ID":"","location_ID":"",\
                "batch":"B1","expiry_date":"2027-01-31","pack_size":10,"cost_price":1.25,"sell_price":2,"type":"stock_out",\
                "quantity":3,"note":"","optionID":"","linked_transact_id":"","donor_id":"",\
                "vaccine_vial_monitor_status_ID":"","volume_per_pack":0}""".formatted(id, invoice, item));
    }
}
