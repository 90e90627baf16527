package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

/** The door for changes that are made here. */
class LocalChangesTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private static final String FOREIGN = "store-foreign";

    private StoreRoom room;

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

    private List<String> toSend() {
        return room.outbox.waitingFor(CentralServer.LEGACY, 0, 10_000).stream()
                .map(entry -> entry.action() + " " + entry.key())
                .toList();
    }

    private static RecordKey shelf(String id) {
        return new RecordKey("Location", id);
    }

    @Test
    void aBatchIsAnsweredRecordByRecordAndSentInItsOrder() {
        room.save(Samples.location("same", "S"));
        List<Saved> answers = room.saveAll(
                Samples.location("l1", "A"),
                Samples.upsert("Location", "broken", "{\"ID\":\"broken\"}"),
                Samples.location("same", "S"),
                Samples.upsert("drone", "d1", "{}"),
                Samples.location("foreign", "F", FOREIGN),
                Samples.location("l0", "B"));

        assertThat(answers)
                .extracting(answer -> switch (answer) {
                    case Saved.Stored stored -> "stored " + stored.key().id();
                    case Saved.Unchanged unchanged ->
                        "unchanged " + unchanged.key().id();
                    case Saved.WaitsFor waits -> "waits " + waits.missing();
                    case Saved.CannotBeStored refused ->
                        refused.reason().kind() + " " + refused.key().id();
                })
                .containsExactly(
                        "stored l1",
                        "MISSING_FIELD broken",
                        "unchanged same",
                        "UNKNOWN_TYPE d1",
                        "FOREIGN_STORE foreign",
                        "stored l0");
        assertThat(toSend()).containsExactly("UPSERT Location same", "UPSERT Location l1", "UPSERT Location l0");
    }

    @Test
    void recordsOfABatchMayReferToEachOtherInWhateverOrder() {
        assertThat(room.saveAll(invoiceLine("line", "invoice"), invoice("invoice", Samples.OWN_STORE)))
                .allMatch(Saved.Stored.class::isInstance);
        assertThat(room.store
                        .find(new RecordKey("trans_line", "line"))
                        .orElseThrow()
                        .storeId())
                .isEqualTo(Samples.OWN_STORE);
    }

    @Test
    void theLaterOfTwoChangesOfARecordSeesTheEarlier() {
        List<Optional<String>> seen = new ArrayList<>();
        LocalChange looks = new LocalChange(shelf("l1"), before -> {
            seen.add(before);
            return Optional.of(Samples.location("l1", "B").data());
        });
        room.changes.saveAll(List.of(
                LocalChange.to(shelf("l1"), Samples.location("l1", "A").data()),
                looks,
                LocalChange.deletion(shelf("l1")),
                looks));
        assertThat(seen).containsExactly(Optional.of(Samples.location("l1", "A").data()), Optional.empty());
        assertThat(toSend()).containsExactly("UPSERT Location l1");
    }

    @Test
    void whatAnEditThrowsUndoesTheWholeBatch() {
        assertThatThrownBy(() -> room.changes.saveAll(List.of(
                        LocalChange.to(shelf("l1"), Samples.location("l1", "A").data()),
                        new LocalChange(shelf("l2"), before -> {
                            throw new IllegalArgumentException("changed by somebody else");
                        }))))
                .hasMessage("changed by somebody else");
        assertThat(room.store.find(shelf("l1"))).isEmpty();
        assertThat(toSend()).isEmpty();
    }

    @Test
    void aRecordWaitsForWhatIsNotHereAndIsStoredAndSentWhenItIsMadeHere() {
        assertThat(room.saveAll(invoiceLine("line", "invoice")))
                .containsExactly(new Saved.WaitsFor(
                        new RecordKey("trans_line", "line"), List.of(new RecordKey("transact", "invoice"))));
        assertThat(room.asideReasons())
                .containsExactly("trans_line line REFERENCE_MISSING transaction_ID: transact invoice");
        assertThat(room.store.setAside(10)).allMatch(SetAside::retriesItself);
        room.integrate();
        assertThat(toSend()).isEmpty();

        room.save(invoice("invoice", Samples.OWN_STORE));

        assertThat(toSend()).containsExactly("UPSERT transact invoice", "UPSERT trans_line line");
        assertThat(room.asideReasons()).isEmpty();
    }

    @Test
    void aRecordThatWaitsIsStoredAndSentWhenWhatItWaitsForArrives() {
        room.saveAll(invoiceLine("line", "invoice"));
        room.take(invoice("invoice", Samples.OWN_STORE));
        assertThat(toSend()).containsExactly("UPSERT trans_line line");
        assertThat(room.asideReasons()).isEmpty();
    }

    @Test
    void aRecordThatWaitsIsRefusedWhenWhatArrivesIsAnothersAndCanBeTriedAgain() {
        room.saveAll(invoiceLine("line", "invoice"));
        room.take(invoice("invoice", FOREIGN));
        assertThat(toSend()).isEmpty();
        assertThat(room.asideReasons()).containsExactly("trans_line line FOREIGN_STORE: store store-foreign");
        assertThat(room.integrate().setAside()).isZero();

        long number = room.store.setAside(10).getFirst().number();
        assertThat(room.store.retry(number)).isFalse();
        room.ownStores.add(FOREIGN);
        assertThat(room.store.retry(number)).isTrue();
        assertThat(toSend()).containsExactly("UPSERT trans_line line");
    }

    @Test
    void aRecordThatWaitsIsReplacedAndDeletedLikeOneThatIsStored() {
        room.saveAll(invoiceLine("line", "invoice"), invoiceLine("other", "invoice"));
        room.saveAll(invoiceLine("line", "a second invoice"));
        room.changes.saveAll(List.of(LocalChange.deletion(new RecordKey("trans_line", "other"))));
        assertThat(room.asideReasons())
                .containsExactly("trans_line line REFERENCE_MISSING transaction_ID: transact a second invoice");

        room.save(invoice("invoice", Samples.OWN_STORE));

        assertThat(toSend()).containsExactly("UPSERT transact invoice");
    }

    @Test
    void anArrivalOfARecordThatWaitsHereIsStoredUntilOursCanBe() {
        room.saveAll(Samples.direction("d1", "i2", "ours"));
        room.take(Samples.direction("d1", "i1", "theirs"));
        assertThat(room.everything().get("item_direction d1")).contains("theirs");

        room.take(Samples.item("i2", "Zinc", ""));

        assertThat(room.everything().get("item_direction d1")).contains("ours");
        assertThat(toSend()).containsExactly("UPSERT item_direction d1");
    }

    @Test
    void thousandsWaitForOneAndAreTakenUpTogether() {
        List<LocalChange> lines = IntStream.range(0, 2500)
                .mapToObj(i -> invoiceLine("line" + i, "invoice"))
                .map(record -> LocalChange.to(record.key(), record.data()))
                .toList();
        assertThat(room.changes.saveAll(lines)).hasSize(2500).allMatch(Saved.WaitsFor.class::isInstance);
        room.save(invoice("invoice", Samples.OWN_STORE));
        assertThat(room.outbox.pending()).isEqualTo(2501);
    }

    @Test
    void whatAPersonAnswersForIsRefusedAndNotKeptWaiting() {
        assertThatThrownBy(() -> room.save(invoiceLine("line", "invoice")))
                .isInstanceOfSatisfying(InvalidRecord.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.missing("transaction_ID", new RecordKey("transact", "invoice"))));
        assertThat(room.asideReasons()).isEmpty();
    }

    @Test
    void aLineOfAnothersInvoiceStocktakeOrRequisitionIsRefused() {
        room.take(invoice("invoice", FOREIGN), stocktake("stocktake", FOREIGN), requisition("requisition", FOREIGN));
        assertThat(room.saveAll(
                        invoiceLine("l1", "invoice"),
                        stocktakeLine("l2", "stocktake"),
                        requisitionLine("l3", "requisition")))
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                Saved.CannotBeStored.class,
                                refused -> assertThat(refused.reason().kind()).isEqualTo(ReasonKind.FOREIGN_STORE)));
        assertThat(toSend()).isEmpty();
    }

    @Test
    void aLineOfAnothersInvoiceIsNotDeletedHere() {
        room.take(invoice("invoice", FOREIGN), invoiceLine("line", "invoice"));
        assertThatThrownBy(() -> room.delete("trans_line", "line"))
                .isInstanceOfSatisfying(
                        InvalidRecord.class,
                        refused -> assertThat(refused.reason().kind()).isEqualTo(ReasonKind.FOREIGN_STORE));
        assertThat(room.everything()).containsKey("trans_line line");
    }

    @Test
    void linesOfOurInvoiceStocktakeAndRequisitionAreStoredAsOurs() {
        room.take(
                invoice("invoice", Samples.OWN_STORE),
                stocktake("stocktake", Samples.OWN_STORE),
                requisition("requisition", Samples.OWN_STORE));
        assertThat(room.saveAll(
                        invoiceLine("l1", "invoice"),
                        stocktakeLine("l2", "stocktake"),
                        requisitionLine("l3", "requisition")))
                .allMatch(Saved.Stored.class::isInstance);
        assertThat(room.jdbc
                        .sql("select count(*) from record_entry where id in ('l1', 'l2', 'l3') and store_id = ?")
                        .param(Samples.OWN_STORE)
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aDeletionIsSoftOrHardAsTheTypeSays() {
        room.save(Samples.location("l1", "A"));
        room.delete("Location", "l1");
        room.delete("name", "n1");

        assertThat(room.store.find(new RecordKey("name", "n1"))).isEmpty();
        assertThat(room.jdbc
                        .sql("select count(*) from record_entry where deleted_at is not null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(toSend()).containsExactly("DELETE Location l1", "DELETE name n1");
        assertThat(room.saveAll(Samples.store("again", "n1")))
                .as("a record that is deleted softly is there to refer to")
                .noneMatch(Saved.WaitsFor.class::isInstance);
        assertThat(room.changes.saveAll(List.of(LocalChange.deletion(new RecordKey("item", "i1")))))
                .containsExactly(new Saved.CannotBeStored(
                        new RecordKey("item", "i1"), new Reason(ReasonKind.DELETE_UNSUPPORTED, null, null)));
    }

    private static WireRecord invoice(String id, String store) {
        return Samples.upsert("transact", id, """
                {"ID":"%s","name_ID":"n1","store_ID":"%s","invoice_num":7,"type":"ci","status":"fn","user_ID":"","hold":false,\
                "comment":"","their_ref":"","prescriber_ID":"","currency_ID":"","currency_rate":1,"goods_received_ID":"",\
                "original_PO_ID":"","requisition_ID":"","linked_transaction_id":"","nameInsuranceJoinID":"",\
                "donor_default_id":"","insuranceDiscountAmount":0,"insuranceDiscountRate":0,"entry_date":"2026-01-31",\
                "entry_time":45000,"confirm_date":"2026-01-31","confirm_time":45000,"finalised_date":"2026-01-31",\
                "finalised_time":45000,"mode":"store"}""".formatted(id, store));
    }

    private static WireRecord invoiceLine(String id, String invoice) {
        return Samples.upsert("trans_line", id, """
                {"ID":"%s","transaction_ID":"%s","item_ID":"i1","item_name":"Quinine","item_line_ID":"","location_ID":"",\
                "batch":"B1","expiry_date":"2027-01-31","pack_size":10,"cost_price":1.25,"sell_price":2,"type":"stock_out",\
                "quantity":3,"note":"","optionID":"","linked_transact_id":"","donor_id":"",\
                "vaccine_vial_monitor_status_ID":"","volume_per_pack":0}""".formatted(id, invoice));
    }

    private static WireRecord stocktake(String id, String store) {
        return Samples.upsert("Stock_take", id, """
                {"ID":"%s","created_by_ID":"u","status":"sg","Description":"","comment":"","Locked":false,"invad_additions_ID":"",\
                "invad_reductions_ID":"","serial_number":1,"stock_take_created_date":"2026-01-31","stock_take_time":0,\
                "stock_take_date":"","store_ID":"%s"}""".formatted(id, store));
    }

    private static WireRecord stocktakeLine(String id, String stocktake) {
        return Samples.upsert("Stock_take_lines", id, """
                {"ID":"%s","stock_take_ID":"%s","location_id":"","comment":"","snapshot_qty":1,"snapshot_packsize":1,\
                "stock_take_qty":1,"is_edited":true,"item_line_ID":"","item_ID":"i1","item_name":"Quinine","Batch":"","expiry":"",\
                "cost_price":0,"sell_price":0,"optionID":"","vaccine_vial_monitor_status_ID":"","volume_per_pack":0}\
                """.formatted(id, stocktake));
    }

    private static WireRecord requisition(String id, String store) {
        return Samples.upsert("requisition", id, """
                {"ID":"%s","serial_number":1,"name_ID":"n1","store_ID":"%s","type":"request","status":"sg","user_ID":"",\
                "date_entered":"2026-01-31","lastModifiedAt":1,"requester_reference":"","linked_requisition_id":"",\
                "thresholdMOS":1,"daysToSupply":30,"comment":"","authorisationStatus":"none","orderType":"","periodID":"",\
                "programID":""}""".formatted(id, store));
    }

    private static WireRecord requisitionLine(String id, String requisition) {
        return Samples.upsert("requisition_line", id, """
                {"ID":"%s","requisition_ID":"%s","item_ID":"i1","Cust_stock_order":1,"suggested_quantity":1,"actualQuan":1,\
                "stock_on_hand":1,"daily_usage":1,"approved_quantity":1,"authoriser_comment":"","comment":"",\
                "om_snapshot_datetime":"","itemName":"Quinine","Cust_prev_stock_balance":0,"Cust_stock_received":0,\
                "Cust_stock_issued":0,"stockLosses":0,"stockAdditions":0,"stockExpiring":0,"days_out_or_new_demand":0,\
                "optionID":"","Cust_loss_adjust":0}""".formatted(id, requisition));
    }
}
