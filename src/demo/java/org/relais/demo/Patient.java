package org.relais.demo;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.relais.catalogue.JsonCopy;

/**
 * A patient as the mSupply central server's search knows them.
 *
 * @param data the whole record
 */
record Patient(
        String id,
        String name,
        String code,
        String first,
        String last,
        String birth,
        String phone,
        String email,
        String data) {

    static Patient of(String data) {
        Json.Fields name = Json.object(data);
        return new Patient(
                name.text("ID"),
                name.text("name"),
                name.text("code"),
                name.text("first"),
                name.text("last"),
                name.text("date_of_birth"),
                name.text("phone"),
                name.text("email"),
                data);
    }

    /** The id of the join that makes a patient visible in a store: the same one however often it is asked for. */
    static String joinId(String nameId, String storeId) {
        byte[] both = (nameId + storeId).getBytes(StandardCharsets.UTF_8);
        UUID uuid = UUID.nameUUIDFromBytes(both);
        HexFormat hex = HexFormat.of().withUpperCase();
        return hex.toHexDigits(uuid.getMostSignificantBits()) + hex.toHexDigits(uuid.getLeastSignificantBits());
    }

    /** Whether every part of a search that was given fits; policies and barcodes belong to nobody here. */
    boolean fits(Request search) {
        return part(first, search.parameter("first_name"))
                && part(last, search.parameter("last_name"))
                && (search.parameter("dob").isEmpty() || search.parameter("dob").startsWith(birth))
                && (search.parameter("code").isEmpty() || part(code, search.parameter("code")))
                && search.parameter("policy_number").isEmpty()
                && search.parameter("barcode").isEmpty()
                && !search.parameter("is_deleted").equals("true");
    }

    String toJson() {
        return "{\"ID\":" + JsonCopy.quoted(id) + ",\"name\":" + JsonCopy.quoted(name) + ",\"phone\":"
                + JsonCopy.quoted(phone)
                + ",\"email\":" + JsonCopy.quoted(email) + ",\"code\":" + JsonCopy.quoted(code) + ",\"last\":"
                + JsonCopy.quoted(last)
                + ",\"first\":" + JsonCopy.quoted(first) + ",\"date_of_birth\":\"" + birth + "T00:00:00\"}";
    }

    private static boolean part(String value, String wanted) {
        String text = wanted.replace("@", "").toLowerCase(Locale.ROOT);
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
