package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the samples do not show of the push forms. */
class PushFormTest extends PushForms {

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
                {"ID":"l","Description":"","code":"","hold":false,"store_ID":"s","type_ID":"","Volume":12345678901234567890.10}""";

        Rendering rendering = render("Location", location);

        assertThat(rendering).isEqualTo(new Rendering.Send("""
                                {"Description":"","ID":"l","Volume":12345678901234567890.10,"code":"","hold":false,"store_ID":"s","type_ID":null}"""));
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
                {"ID":"a","type":"UserLoggedIn","user_ID":"u","store_ID":"%s","record_ID":"%s","datetime":"2026-01-02T03:04:05"}""";

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
                 "trans_line_ID":null,"store_ID":"s"}""";

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
                 "temperature_breach_ID":"","om_datetime":"2026-11-22T18:41:52.335"}""";

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

    @Test
    void sendsTheGenderOfAClinician() {
        String clinician = """
                {"ID":"c","code":"","last_name":"","initials":"","first_name":"","address1":"","address2":"","phone":"","mobile":"",
                 "email":"","female":true,"active":true,"store_ID":"","oms_fields":%s}""";

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
                 "lastConnectionDate":"","lastConnectionTime":0,"om_last_connection_datetime":""}""";

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
                 "oms_fields":{"name_of_insured":""}}""";

        JsonNode sent = sent("nameInsuranceJoin", policy);

        assertThat(sent.get("oms_fields").isNull()).isTrue();
        assertThat(sent.get("expiryDate").asString()).isEqualTo("2024-02-03");
    }

    @Test
    void keepsTheStateOfAFileToItself() {
        String file = """
                {"id":"f","table_name":"asset","record_id":"a","file_name":"a.png","uploaded_bytes":3,"retries":1,"status":"Error",
                 "error":"x","created_datetime":"2024-01-01T00:00:00"}""";

        Rendering rendering =
                type("sync_file_reference").render(file, CentralServer.OPEN, LinkResolver.NONE, RecordLookup.NONE);

        assertThat(((Rendering.Send) rendering).json()).isEqualTo("""
                        {"created_datetime":"2024-01-01T00:00:00","deleted_datetime":null,"file_name":"a.png","id":"f","mime_type":null,"record_id":"a","table_name":"asset","total_bytes":0}""");
    }
}
