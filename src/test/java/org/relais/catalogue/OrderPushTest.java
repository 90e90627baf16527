package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the samples do not show of how requisitions, purchase orders and stocktakes are pushed. */
class OrderPushTest extends PushForms {

    private static final String ORDER = """
            {"ID":"r","serial_number":7,"name_ID":"n","store_ID":"s","type":"%s","status":"%s","user_ID":"","date_entered":"2024-03-01",
             "lastModifiedAt":1709290000,"requester_reference":"","linked_requisition_id":"","thresholdMOS":1,"daysToSupply":75,
             "comment":"","authorisationStatus":"","orderType":"","periodID":"","programID":"","om_status":%s,"oms_fields":%s}""";

    @ParameterizedTest
    @CsvSource({
        "request, nw, null, sg, DRAFT, 0",
        "request, cn, null, fn, SENT, 0",
        "request, fn, null, fn, SENT, 1709290000",
        "response, fn, null, fn, FINALISED, 1709290000",
        "response, cn, null, cn, NEW, 0",
        "response, nw, '\"FINALISED\"', sg, NEW, 0",
        "im, sg, null, sg, NEW, 0"
    })
    void spellsTheStatusOfAnOrderTwice(
            String type, String status, String omStatus, String sentStatus, String sentOmStatus, long modified) {
        JsonNode sent = sent("requisition", ORDER.formatted(type, status, omStatus, "null"));

        assertThat(sent.get("status").asString()).isEqualTo(sentStatus);
        assertThat(sent.get("om_status").asString()).isEqualTo(sentOmStatus);
        assertThat(sent.get("lastModifiedAt").longValue()).isEqualTo(modified);
        assertThat(sent.get("om_created_datetime").asString()).isEqualTo("2024-03-01T00:00:00");
        assertThat(sent.get("date_entered").asString()).isEqualTo("2024-03-01T00:00:00");
        assertThat(sent.get("om_max_months_of_stock").doubleValue()).isEqualTo(2.5);
        assertThat(sent.get("daysToSupply").intValue()).isEqualTo(75);
        assertThat(sent.get("is_emergency").booleanValue()).isFalse();
        assertThat(sent.get("oms_fields").isNull()).isTrue();
    }

    @Test
    void knowsTheFormerKeyOfTheFinalCustomer() {
        JsonNode sent =
                sent("requisition", ORDER.formatted("request", "sg", "null", "{\"destination_customer_id\":\"c\"}"));

        assertThat(sent.get("oms_fields").get("original_customer_id").asString())
                .isEqualTo("c");
        assertThat(sent.get("oms_fields").has("destination_customer_id")).isFalse();
    }

    @Test
    void keepsOrdersThatOnlyMSupplyKnows() {
        assertThat(render("requisition", ORDER.formatted("supply", "wp", "null", "null")))
                .isInstanceOf(Rendering.Keep.class);
        assertThat(render("requisition", ORDER.formatted("request", "sg", "\"NEW\"", "null")))
                .isInstanceOf(Rendering.Keep.class);
    }

    @Test
    void countsTheStockOfTheBeginningInProgramsOnly() {
        String line = sample("requisition_line", "66FB0A41C95441ABBBC7905857466089")
                .replace("\"Cust_prev_stock_balance\":0", "\"Cust_prev_stock_balance\":4");
        stored.put("requisition/mock_request_draft_requisition3", "{\"programID\":\"p\"}");

        assertThat(sent("requisition_line", line).get("Cust_prev_stock_balance").intValue())
                .isEqualTo(4);
    }

    @Test
    void spellsAPurchaseOrderTwice() {
        String order = """
                {"ID":"p","name_ID":"n","creation_date":"2024-01-05","status":"cn","store_ID":"s","serial_number":1,
                 "confirm_date":"2024-01-06","po_sent_date":"2024-01-07","Date_contract_signed":"","Date_advance_payment":"",
                 "Date_goods_received_at_port":"","Order_total_before_discount":200,"supplier_discount_amount":50}""";

        JsonNode sent = sent("purchase_order", order);

        assertThat(sent.get("creation_date").asString()).isEqualTo("2024-01-05");
        assertThat(sent.get("confirm_date").asString()).isEqualTo("2024-01-06T00:00:00");
        assertThat(sent.get("status").asString()).isEqualTo("cn");
        assertThat(sent.get("is_authorised").booleanValue()).isTrue();
        assertThat(sent.get("curr_rate").intValue()).isEqualTo(1);
        assertThat(sent.get("agent_commission").isNull()).isTrue();
        assertThat(sent.get("oms_fields").get("status").asString()).isEqualTo("SENT");
        assertThat(sent.get("oms_fields").get("sent_datetime").asString()).isEqualTo("2024-01-07T00:00:00");
        assertThat(sent.get("oms_fields").get("supplier_discount_percentage").intValue())
                .isEqualTo(25);
        assertThat(sent.get("supplier_discount_amount").intValue()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"10, 20", "25, 50"})
    void worksOutTheDiscountOfAPurchaseOrderFromItsShare(String share, int amount) {
        JsonNode sent = sent("purchase_order", """
                {"ID":"p","name_ID":"n","creation_date":"2024-01-05","status":"nw","store_ID":"s","serial_number":1,
                 "confirm_date":"","po_sent_date":"","Date_contract_signed":"","Date_advance_payment":"",
                 "Date_goods_received_at_port":"","Order_total_before_discount":200,"supplier_discount_amount":50,
                 "oms_fields":{"status":"NEW","supplier_discount_percentage":%s}}""".formatted(share));

        assertThat(sent.get("supplier_discount_amount").intValue()).isEqualTo(amount);
        assertThat(sent.get("oms_fields").get("supplier_discount_percentage").asString())
                .isEqualTo(share);
        assertThat(sent.get("is_authorised").booleanValue()).isFalse();
    }

    @Test
    void sendsStocktakesWithBothTimes() {
        String stocktake = """
                {"ID":"t","created_by_ID":"","status":"sg","Description":"","comment":"","Locked":false,"invad_additions_ID":"",
                 "invad_reductions_ID":"","serial_number":3,"stock_take_created_date":"2024-01-05","stock_take_time":3600,
                 "stock_take_date":"2024-01-05","store_ID":"s"}""";

        JsonNode sent = sent("Stock_take", stocktake);

        assertThat(sent.get("om_created_datetime").asString()).isEqualTo("2024-01-05T01:00:00");
        assertThat(sent.get("om_finalised_datetime").asString()).isEqualTo("2024-01-05T01:00:00");
        assertThat(sent.get("stock_take_time").asString()).isEqualTo("01:00:00");
        assertThat(sent.get("om_is_initial_stocktake").booleanValue()).isFalse();
        assertThat(render("Stock_take", stocktake.replace("\"sg\"", "\"zz\""))).isInstanceOf(Rendering.Keep.class);
    }
}
