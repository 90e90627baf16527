package org.relais.catalogue.push;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.WireDates;

/** A purchase order: mSupply's letters and days beside Open mSupply's status and times, the missing ones worked out. */
final class PurchaseOrderPush implements PushRule {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String SHARE = "supplier_discount_percentage";
    private static final Set<String> AUTHORISED = Set.of("CONFIRMED", "SENT", "FINALISED");

    @Override
    public void prepare(PushDraft draft) {
        boolean told = draft.get("oms_fields").is(JsonValue.Kind.OBJECT)
                && !draft.parts("oms_fields").isEmpty();
        Map<String, JsonValue> parts = new LinkedHashMap<>(told ? draft.parts("oms_fields") : fromLegacy(draft));
        midnight(draft, "creation_date")
                .ifPresent(created -> parts.putIfAbsent("created_datetime", JsonValue.text(created)));
        String status = PushDraft.setText(parts.get("status")).orElse("NEW");
        discount(draft, parts);
        draft.setParts("oms_fields", parts);

        day(parts, "created_datetime").ifPresent(day -> draft.set("creation_date", JsonValue.text(day)));
        draft.set(
                "confirm_date",
                JsonValue.textOrNull(day(parts, "confirmed_datetime").orElse(null)));
        draft.set(
                "po_sent_date", JsonValue.textOrNull(day(parts, "sent_datetime").orElse(null)));
        draft.set("status", JsonValue.text(letters(status)));
        draft.set("is_authorised", JsonValue.bool(AUTHORISED.contains(status)));
        if (Amount.of(draft, "curr_rate").signum() == 0) {
            draft.set("curr_rate", JsonValue.number("1"));
        }
    }

    private static Map<String, JsonValue> fromLegacy(PushDraft draft) {
        Map<String, JsonValue> parts = new LinkedHashMap<>();
        midnight(draft, "confirm_date").ifPresent(at -> parts.put("confirmed_datetime", JsonValue.text(at)));
        midnight(draft, "po_sent_date").ifPresent(at -> parts.put("sent_datetime", JsonValue.text(at)));
        parts.put("status", JsonValue.text(meaning(draft)));
        return parts;
    }

    private static String meaning(PushDraft draft) {
        return switch (draft.text("status").orElse("")) {
            case "sg" -> "REQUEST_APPROVAL";
            case "cn" -> midnight(draft, "po_sent_date").isPresent() ? "SENT" : "CONFIRMED";
            case "fn", "FN" -> "FINALISED";
            default -> "NEW";
        };
    }

    private static String letters(String status) {
        return switch (status) {
            case "REQUEST_APPROVAL" -> "sg";
            case "CONFIRMED", "SENT" -> "cn";
            case "FINALISED" -> "fn";
            default -> "nw";
        };
    }

    /** The share is worked out from the amount, or the amount from the share unless it is that share already. */
    private static void discount(PushDraft draft, Map<String, JsonValue> parts) {
        BigDecimal total = Amount.of(draft, "Order_total_before_discount");
        BigDecimal amount = Amount.of(draft, "supplier_discount_amount");
        Optional<BigDecimal> worked =
                total.signum() == 0 ? Optional.empty() : Optional.of(Amount.divided(amount.multiply(HUNDRED), total));
        JsonValue share = parts.getOrDefault(SHARE, JsonValue.NULL);
        if (share.is(JsonValue.Kind.NUMBER)) {
            BigDecimal given = Amount.parse("oms_fields." + SHARE, share.text());
            if (worked.filter(same -> same.compareTo(given) == 0).isEmpty()) {
                draft.set("supplier_discount_amount", Amount.json(Amount.divided(total.multiply(given), HUNDRED)));
            }
        } else {
            worked.ifPresent(found -> parts.put(SHARE, Amount.json(found)));
        }
    }

    private static Optional<String> midnight(PushDraft draft, String date) {
        return DateAndTime.joined(draft, date, "");
    }

    private static Optional<String> day(Map<String, JsonValue> parts, String datetime) {
        return PushDraft.setText(parts.get(datetime))
                .filter(WireDates::isDatetime)
                .map(WireDates::day);
    }
}
