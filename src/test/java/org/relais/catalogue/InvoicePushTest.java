package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the samples do not show of how invoices and their lines are pushed. */
class InvoicePushTest extends PushForms {

    private static final String LINE = """
            {"ID":"t","transaction_ID":"inv","item_ID":"i","item_name":"n","item_line_ID":"","location_ID":"","batch":"",
             "expiry_date":"0000-00-00","pack_size":1,"cost_price":2.5,"sell_price":4,"type":"%s","quantity":%s,"note":"",
             "optionID":"0","linked_transact_id":"","donor_id":"","vaccine_vial_monitor_status_ID":"","volume_per_pack":0,
             "oms_fields":{"status":"UNHEARD OF"},"foreign_currency_price":-3}""";

    @ParameterizedTest
    @CsvSource({
        "stock_in, 3, 7.5, stock_in, 3",
        "stock_out, 3, 12, stock_out, 3",
        "placeholder, 3, 0, placeholder, 3",
        "service, 3, 7.5, service, 3",
        "stock_out, -3, 12, stock_in, 3"
    })
    void worksOutTheTotalsOfALine(String type, String quantity, double total, String sentType, double sentQuantity) {
        stored.put("item/i", "{\"code\":\"C7\"}");
        stored.put("transact/inv", "{\"type\":\"si\",\"om_type\":\"OUTBOUND_SHIPMENT\",\"mode\":\"store\"}");

        JsonNode line = sent("trans_line", LINE.formatted(type, quantity));

        assertThat(line.get("type").asString()).isEqualTo(sentType);
        assertThat(line.get("quantity").doubleValue()).isEqualTo(sentQuantity);
        assertThat(line.get("om_item_code").asString()).isEqualTo("C7");
        assertThat(line.get("om_total_after_tax").doubleValue()).isEqualTo(total);
        assertThat(line.get("om_total_before_tax").doubleValue()).isEqualTo(total);
        assertThat(line.get("om_tax").isNull()).isTrue();
        assertThat(line.get("optionID").isNull()).isTrue();
        assertThat(line.get("oms_fields").get("status").isNull()).isTrue();
    }

    @Test
    void keepsLinesOfTypesThatOnlyMSupplyKnows() {
        assertThat(render("trans_line", LINE.formatted("non_stock", "1"))).isInstanceOf(Rendering.Keep.class);
    }

    @ParameterizedTest
    @CsvSource({
        "OUTBOUND_SHIPMENT, SHIPPED, ci, fn, store",
        "INBOUND_SHIPMENT, DELIVERED_NO_STOCK, si, nw, store",
        "PRESCRIPTION, PICKED, ci, cn, dispensary",
        "INVENTORY_ADJUSTMENT, VERIFIED, si, fn, store",
        "INVENTORY_REDUCTION, NEW, sc, nw, store",
        "REPACK, VERIFIED, sr, fn, store",
        "INBOUND_RETURN, DELIVERED, cc, cn, store",
        "OUTBOUND_RETURN, ALLOCATED, sc, sg, store"
    })
    void givesInvoicesTheLettersOfMSupply(String omType, String omStatus, String type, String status, String mode) {
        String invoice = sample("transact", "Ac860d40f3f111eb9647790fe8518386")
                .replace("\"om_type\":\"INVENTORY_ADDITION\"", "\"om_type\":\"" + omType + "\"")
                .replace("\"om_status\":\"SHIPPED\"", "\"om_status\":\"" + omStatus + "\"")
                .replace("\"type\":\"si\"", omType.equals("OUTBOUND_SHIPMENT") ? "\"type\":\"ci\"" : "\"type\":\"si\"");

        JsonNode sent = sent("transact", invoice);

        assertThat(sent.get("type").asString()).isEqualTo(type);
        assertThat(sent.get("status").asString()).isEqualTo(status);
        assertThat(sent.get("mode").asString()).isEqualTo(mode);
        assertThat(sent.get("om_status").asString()).isEqualTo(omStatus);
        assertThat(sent.get("goods_received_ID").isNull()).isTrue();
        boolean received = !omStatus.equals("DELIVERED_NO_STOCK");
        assertThat(sent.get("confirm_date").isNull()).isEqualTo(!received);
    }

    @Test
    void forgetsTheKeysOfTheOtherHalfOfATransfer() {
        String invoice = sample("transact", "Ac860d40f3f111eb9647790fe8518386")
                .replace("\"om_type\":\"INVENTORY_ADDITION\"", "\"om_type\":\"OUTBOUND_SHIPMENT\"");

        JsonNode sent = sent("transact", invoice);

        assertThat(sent.get("om_type").asString()).isEqualTo("INBOUND_SHIPMENT");
        assertThat(sent.get("om_status").asString()).isEqualTo("NEW");
        assertThat(sent.get("om_created_datetime").asString()).isEqualTo("2021-08-03T12:26:46");
        assertThat(sent.get("om_transport_reference").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ps, nw", "si, wp", "sr, cn"})
    void keepsInvoicesThatOnlyMSupplyKnows(String type, String status) {
        String invoice = sample("transact", "Ac860d40f3f111eb9647790fe8518386")
                .replace("\"type\":\"si\"", "\"type\":\"" + type + "\"")
                .replace("\"om_type\":\"INVENTORY_ADDITION\"", "\"om_type\":null")
                .replace("\"om_status\":\"SHIPPED\"", "\"om_status\":null")
                .replace("\"status\":\"nw\"", "\"status\":\"" + status + "\"");

        assertThat(render("transact", invoice)).isInstanceOf(Rendering.Keep.class);
    }
}
