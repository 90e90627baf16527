package org.relais.record;

import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/** Whole, valid records in the form in which they are pulled, with the few values that a test is about. */
final class Samples {

    /** The id of a store that is this site's. */
    static final String OWN_STORE = "store-own";

    private Samples() {}

    static WireRecord upsert(String table, String id, String data) {
        return new WireRecord(new RecordKey(table, id), Action.UPSERT, data);
    }

    static WireRecord delete(String table, String id) {
        return new WireRecord(new RecordKey(table, id), Action.DELETE, "{}");
    }

    static WireRecord merge(String table, String keep, String delete) {
        return new WireRecord(
                new RecordKey(table, "merge-" + keep + "-" + delete), Action.MERGE, """
                {"mergeIdToKeep":"%s","mergeIdToDelete":"%s"}""".formatted(keep, delete));
    }

    static WireRecord unit(String id, String comment) {
        return upsert("unit", id, """
                {"ID":"%s","units":"tab","comment":"%s","order_number":1}""".formatted(id, comment));
    }

    static WireRecord abbreviation(String id, String expansion) {
        return upsert("abbreviation", id, """
                {"ID":"%s","abbreviation":"bd","expansion":"%s"}""".formatted(id, expansion));
    }

    static WireRecord category(String id) {
        return upsert("item_category", id, """
                {"ID":"%s","Description":"Antibiotiques","sort_order":1,"parent_ID":""}""".formatted(id));
    }

    /** An item; it waits for its category, unless that is empty. */
    static WireRecord item(String id, String name, String category) {
        return upsert("item", id, """
                {"ID":"%s","item_name":"%s","code":"%s","unit_ID":"","type_of":"general","default_pack_size":1,\
                "is_vaccine":false,"VEN_category":"V","strength":"","doses":0,"category_ID":"%s",\
                "restricted_location_type_ID":"","volume_per_pack":0.10,"universalcodes_code":""}""".formatted(id, name, id, category));
    }

    /** A direction for taking an item; it waits for the item. */
    static WireRecord direction(String id, String item, String text) {
        return upsert("item_direction", id, """
                {"ID":"%s","item_ID":"%s","directions":"%s","priority":1}""".formatted(id, item, text));
    }

    static WireRecord name(String id, String name) {
        return name(id, name, false, false);
    }

    static WireRecord name(String id, String name, boolean customer, boolean supplier) {
        return upsert("name", id, """
                {"ID":"%s","name":"%s","code":"%s","type":"facility","customer":%s,"supplier":%s,\
                "supplying_store_id":"","first":"","last":"","female":false,"date_of_birth":"0000-00-00","phone":"",\
                "charge code":"","comment":"","country":"","bill_address1":"","bill_address2":"","email":"","url":"",\
                "manufacturer":false,"donor":false,"hold":false,"NEXT_OF_KIN_ID":"","next_of_kin_relative":"",\
                "created_date":"2024-01-31","national_health_number":"","isDeceased":false,"om_created_datetime":"",\
                "om_gender":"","margin":0}""".formatted(id, name, id, customer, supplier));
    }

    static WireRecord store(String id, String name) {
        return upsert("store", id, """
                {"ID":"%s","name_ID":"%s","code":"%s","sync_id_remote_site":3,"logo":"","store_mode":"store",\
                "created_date":"2024-01-31","disabled":false}""".formatted(id, name, id));
    }

    static WireRecord join(String id, String store, String name) {
        return join(id, store, name, false);
    }

    static WireRecord join(String id, String store, String name, boolean inactive) {
        return upsert("name_store_join", id, """
                {"ID":"%s","store_ID":"%s","name_ID":"%s","inactive":%s}""".formatted(id, store, name, inactive));
    }

    static WireRecord locationType(String id) {
        return upsert("Location_type", id, """
                {"ID":"%s","Description":"Froid","Temperature_min":2.0,"Temperature_max":8}""".formatted(id));
    }

    static WireRecord location(String id, String code) {
        return location(id, code, OWN_STORE);
    }

    static WireRecord location(String id, String code, String store) {
        return upsert("Location", id, """
                {"ID":"%s","Description":"Étagère","code":"%s","hold":true,"store_ID":"%s","type_ID":"",\
                "Volume":12.5,"priority":7}""".formatted(id, code, store));
    }
}
