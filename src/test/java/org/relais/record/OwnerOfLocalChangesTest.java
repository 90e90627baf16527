package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/** Whose a record is that is changed here, and what a deletion leaves of it. */
class OwnerOfLocalChangesTest extends LocalChangesRoom {

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
