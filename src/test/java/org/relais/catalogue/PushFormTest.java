package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the samples do not show of the push forms. */
class PushFormTest {

    private static final RecordTypes TYPES = RecordTypes.load();

    private final Map<String, String> stored = new HashMap<>();

    @Test
    void followsMergesOfItemsNamesAndClinicians() {
        LinkResolver links = named -> named.table() + "-" + named.id();

        JsonNode line = json(type("item_line")
                .render(
                        sample("item_line", "0a3b02d0f0d211eb8dddb54df6d741bc"),
                        CentralServer.LEGACY,
                        links,
                        RecordLookup.NONE));

        assertThat(line.get("item_ID").asString()).isEqualTo("item-item_a");
        assertThat(line.get("name_ID").asString()).isEqualTo("name-name_store_b");
        assertThat(line.get("donor_id").asString()).isEqualTo("name-donor_a");
        assertThat(line.get("manufacturer_ID").isNull()).isTrue();
        assertThat(line.get("store_ID").asString()).isEqualTo("store_a");
    }

    @Test
    void sendsTheOldIdWhereTheNetworkKeepsIt() {
        LinkResolver links = named -> named.table() + "-" + named.id();
        RecordType properties = type("name_oms_fields");

        JsonNode sent = json(
                properties.render("{\"id\":\"n\",\"properties\":null}", CentralServer.OPEN, links, RecordLookup.NONE));

        assertThat(sent.get("id").asString()).isEqualTo("n");
    }

    @Test
    void keepsThePrecisionOfNumbers() {
        String location = """
            {"ID":"l","Description":"","code":"","hold":false,"store_ID":"s","type_ID":"","Volume":12345678901234567890.10}\
            """;

        Rendering rendering = render("Location", location);

        assertThat(rendering).isEqualTo(new Rendering.Send("""
            {"Description":"","ID":"l","Volume":12345678901234567890.10,"code":"","hold":false,"store_ID":"s","type_ID":null}\
            """));
    }

    @Test
    void keepsWhatNoServerAsksFor() {
        assertThat(render("unit", "{}")).isInstanceOf(Rendering.Keep.class);
        assertThat(type("Location").render("{}", CentralServer.OPEN, LinkResolver.NONE, RecordLookup.NONE))
                .isInstanceOf(Rendering.Keep.class);
        assertThat(render("om_vaccination", "{}")).isInstanceOf(Rendering.Keep.class);
    }

    @Test
    void keepsSignInsThatBelongToNoStore() {
        String log = """
            {"ID":"a","type":"UserLoggedIn","user_ID":"u","store_ID":"%s","record_ID":"%s","datetime":"2026-01-02T03:04:05"}\
            """;

        assertThat(render("om_activity_log", log.formatted("", ""))).isInstanceOf(Rendering.Keep.class);
        assertThat(render("om_activity_log", log.formatted("s", "r"))).isInstanceOf(Rendering.Send.class);
    }

    @Test
    void refusesToSendWhatTheServerWouldDrop() {
        assertThat(render("Location", "{\"ID\":\"l\"}"))
                .isEqualTo(new Rendering.Broken(new Problem(ProblemKind.NULL_FIELD, "Description", "is not set")));
        assertThat(render("Location", "{")).isInstanceOf(Rendering.Broken.class);
        assertThat(render("Location", "[]")).isInstanceOf(Rendering.Broken.class);
    }

    @Test
    void writesTimesOfDayAsTheFieldWantsThem() {
        String log = """
            {"ID":"v","status_ID":"s","date":"2025-05-08","time":%s,"item_line_ID":"i","comment":null,"user_ID":"u",
             "trans_line_ID":null,"store_ID":"s"}\
            """;

        assertThat(sent("vaccine_vial_monitor_status_log", log.formatted("\"10:00:00.25\""))
                        .get("time")
                        .asString())
                .isEqualTo("10:00:00.25");
        assertThat(sent("vaccine_vial_monitor_status_log", log.formatted("86399"))
                        .get("time")
                        .asString())
                .isEqualTo("23:59:59");
        assertThat(sent("vaccine_vial_monitor_status_log", log.formatted("86400"))
                        .get("time")
                        .asString())
                .isEqualTo("00:00:00");
    }

    @Test
    void spellsMomentsTwice() {
        String log = """
            {"ID":"l","temperature":9.4,"sensor_ID":"s","location_ID":"","store_ID":"s","date":null,"time":0,
             "temperature_breach_ID":"","om_datetime":"2026-11-22T18:41:52.335"}\
            """;

        JsonNode sent = sent("temperature_log", log);

        assertThat(sent.get("date").asString()).isEqualTo("2026-11-22T00:00:00");
        assertThat(sent.get("time").asString()).isEqualTo("18:41:52");
        assertThat(sent.get("om_datetime").asString()).isEqualTo("2026-11-22T18:41:52.335");
    }

    @Test
    void sendsPatientsOnly() {
        String name = sample("name", "BEB2D69692C44B32B24BEBD5020BCD14");
        assertThat(render("name", name)).isInstanceOf(Rendering.Keep.class);

        String patient = name.replace("\"type\":\"store\"", "\"type\":\"patient\"")
                .replace("\"created_date\":\"0000-00-00\"", "\"created_date\":\"2020-01-02\"")
                .replace("\"female\":false", "\"female\":true");
        for (CentralServer server : CentralServer.values()) {
            JsonNode sent = json(type("name").render(patient, server, LinkResolver.NONE, RecordLookup.NONE));
            assertThat(sent.get("om_gender").asString()).isEqualTo("FEMALE");
            assertThat(sent.get("om_created_datetime").asString()).isEqualTo("2020-01-02T00:00:00");
            assertThat(sent.get("created_date").asString()).isEqualTo("2020-01-02T00:00:00");
            assertThat(sent.get("custom_data").isNull()).isTrue();
            assertThat(sent.has("charge code")).isTrue();
        }
        assertThat(render(
                        "name",
                        patient.replace("{\"ID\"", "{\"is_deleted\":true,\"ID\"")
                                .replace(",\"is_deleted\":false", "")))
                .isInstanceOf(Rendering.Keep.class);
    }

    private static final String LINE = """
        {"ID":"t","transaction_ID":"inv","item_ID":"i","item_name":"n","item_line_ID":"","location_ID":"","batch":"",
         "expiry_date":"0000-00-00","pack_size":1,"cost_price":2.5,"sell_price":4,"type":"%s","quantity":%s,"note":"",
         "optionID":"0","linked_transact_id":"","donor_id":"","vaccine_vial_monitor_status_ID":"","volume_per_pack":0,
         "oms_fields":{"status":"UNHEARD OF"},"foreign_currency_price":-3}\
        """;

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

    private static final String ORDER = """
        {"ID":"r","serial_number":7,"name_ID":"n","store_ID":"s","type":"%s","status":"%s","user_ID":"","date_entered":"2024-03-01",
         "lastModifiedAt":1709290000,"requester_reference":"","linked_requisition_id":"","thresholdMOS":1,"daysToSupply":75,
         "comment":"","authorisationStatus":"","orderType":"","periodID":"","programID":"","om_status":%s,"oms_fields":%s}\
        """;

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
             "Date_goods_received_at_port":"","Order_total_before_discount":200,"supplier_discount_amount":50}\
            """;

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

    @Test
    void sendsStocktakesWithBothTimes() {
        String stocktake = """
            {"ID":"t","created_by_ID":"","status":"sg","Description":"","comment":"","Locked":false,"invad_additions_ID":"",
             "invad_reductions_ID":"","serial_number":3,"stock_take_created_date":"2024-01-05","stock_take_time":3600,
             "stock_take_date":"2024-01-05","store_ID":"s"}\
            """;

        JsonNode sent = sent("Stock_take", stocktake);

        assertThat(sent.get("om_created_datetime").asString()).isEqualTo("2024-01-05T01:00:00");
        assertThat(sent.get("om_finalised_datetime").asString()).isEqualTo("2024-01-05T01:00:00");
        assertThat(sent.get("stock_take_time").asString()).isEqualTo("01:00:00");
        assertThat(sent.get("om_is_initial_stocktake").booleanValue()).isFalse();
        assertThat(render("Stock_take", stocktake.replace("\"sg\"", "\"zz\""))).isInstanceOf(Rendering.Keep.class);
    }

    @Test
    void sendsTheGenderOfAClinician() {
        String clinician = """
            {"ID":"c","code":"","last_name":"","initials":"","first_name":"","address1":"","address2":"","phone":"","mobile":"",
             "email":"","female":true,"active":true,"store_ID":"","oms_fields":%s}\
            """;

        assertThat(sent("clinician", clinician.formatted("{}"))
                        .get("oms_fields")
                        .get("gender")
                        .asString())
                .isEqualTo("FEMALE");
        assertThat(sent("clinician", clinician.formatted("{\"gender\":null}"))
                        .get("oms_fields")
                        .get("gender")
                        .isNull())
                .isTrue();
        assertThat(sent("clinician", clinician.formatted("{\"gender\":\"?\"}"))
                        .get("oms_fields")
                        .get("gender")
                        .isNull())
                .isTrue();
    }

    @Test
    void writesTheKindOfASensorBehindItsSerial() {
        String sensor = """
            {"ID":"s","name":"Frigo","macAddress":"%s","locationID":"","storeID":"s","is_active":true,
             "lastConnectionDate":"","lastConnectionTime":0,"om_last_connection_datetime":""}\
            """;

        assertThat(sent("sensor", sensor.formatted("AA:01")).get("macAddress").asString())
                .isEqualTo("AA:01 | BLUE_MAESTRO");
        assertThat(sent("sensor", sensor.formatted("AA:01 | BERLINGER"))
                        .get("macAddress")
                        .asString())
                .isEqualTo("AA:01 | BERLINGER");
    }

    @Test
    void sendsWhatIsNotSetAsTheNetworkExpectsIt() {
        String policy = """
            {"ID":"p","nameID":"n","insuranceProviderID":"i","discountRate":1,"enteredByID":"","expiryDate":"2024-02-03",
             "isActive":true,"policyNumberFamily":"","policyNumberFull":"1","policyNumberPerson":"","type":"personal",
             "oms_fields":{"name_of_insured":""}}\
            """;

        JsonNode sent = sent("nameInsuranceJoin", policy);

        assertThat(sent.get("oms_fields").isNull()).isTrue();
        assertThat(sent.get("expiryDate").asString()).isEqualTo("2024-02-03");
    }

    @Test
    void keepsTheStateOfAFileToItself() {
        String file = """
            {"id":"f","table_name":"asset","record_id":"a","file_name":"a.png","uploaded_bytes":3,"retries":1,"status":"Error",
             "error":"x","created_datetime":"2024-01-01T00:00:00"}\
            """;

        Rendering rendering =
                type("sync_file_reference").render(file, CentralServer.OPEN, LinkResolver.NONE, RecordLookup.NONE);

        assertThat(((Rendering.Send) rendering).json()).isEqualTo("""
            {"created_datetime":"2024-01-01T00:00:00","deleted_datetime":null,"file_name":"a.png","id":"f","mime_type":null,"record_id":"a","table_name":"asset","total_bytes":0}\
            """);
    }

    private Rendering render(String table, String json) {
        return type(table)
                .render(
                        json,
                        CentralServer.LEGACY,
                        LinkResolver.NONE,
                        other -> Optional.ofNullable(stored.get(other.table() + "/" + other.id())));
    }

    private JsonNode sent(String table, String json) {
        return json(render(table, json));
    }

    private static JsonNode json(Rendering rendering) {
        assertThat(rendering).isInstanceOf(Rendering.Send.class);
        return Vector.MAPPER.readTree(((Rendering.Send) rendering).json());
    }

    private static RecordType type(String table) {
        return TYPES.byTable(table).orElseThrow();
    }

    private static String sample(String table, String id) {
        return Vector.ALL.stream()
                .filter(vector -> vector.isPull()
                        && !vector.isDelete()
                        && vector.table().equals(table)
                        && vector.id().equals(id))
                .map(Vector::json)
                .findFirst()
                .orElseThrow();
    }
}
