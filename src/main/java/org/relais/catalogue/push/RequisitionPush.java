package org.relais.catalogue.push;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.WireDates;

/** An order: sent with mSupply's letters and days and with Open mSupply's status and times, the missing ones worked out. */
final class RequisitionPush implements PushRule {

    private static final BigDecimal DAYS_OF_MONTH = BigDecimal.valueOf(30);
    /** The end of the year 9999 in seconds since 1970. */
    private static final long LATEST = 253_402_300_799L;

    private static final Set<String> TYPES = Set.of("request", "response", "im", "sh");
    private static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    @Override
    public void prepare(PushDraft draft) {
        String type = draft.text("type").orElse("");
        if (!TYPES.contains(type)) {
            draft.keep("an order of type " + type + " is mSupply's own");
            return;
        }
        Optional<String> meaning = meaning(type, draft.text("status").orElse(""));
        boolean copied = type.equals("response")
                && draft.text("om_status")
                        .filter(status -> !Optional.of(status).equals(meaning))
                        .isPresent();
        if (copied) {
            draft.dropAllThatBeginWith("om_");
        }
        if (draft.text("om_created_datetime").isEmpty()) {
            timesFromLegacy(draft, type);
        }
        Optional<String> status = draft.text("om_status").or(() -> meaning);
        Optional<String> letters =
                status.flatMap(word -> letters(type, word, draft.text("status").orElse("")));
        if (letters.isEmpty()) {
            draft.keep("mSupply has no status for this order");
            return;
        }
        draft.set("om_status", JsonValue.text(status.get()));
        draft.set("status", JsonValue.text(letters.get()));
        draft.text("om_created_datetime")
                .filter(WireDates::isDatetime)
                .ifPresent(created -> draft.set("date_entered", JsonValue.text(WireDates.day(created))));
        supply(draft);
        draft.set("lastModifiedAt", JsonValue.number(String.valueOf(lastModified(draft, type))));
        finalCustomer(draft);
    }

    /** What the letters of mSupply mean. */
    private static Optional<String> meaning(String type, String letters) {
        if (type.equals("request")) {
            return switch (letters) {
                case "sg", "nw" -> Optional.of("DRAFT");
                case "cn", "fn" -> Optional.of("SENT");
                default -> Optional.empty();
            };
        }
        return switch (letters) {
            case "sg", "cn", "nw" -> Optional.of("NEW");
            case "fn" -> Optional.of("FINALISED");
            default -> Optional.empty();
        };
    }

    /** The letters of mSupply. Those of an order that is being worked on say whether a shipment was made: they are kept. */
    private static Optional<String> letters(String type, String status, String stored) {
        if (type.equals("request")) {
            return switch (status) {
                case "DRAFT" -> Optional.of("sg");
                case "SENT", "FINALISED" -> Optional.of("fn");
                default -> Optional.empty();
            };
        }
        return switch (status) {
            case "NEW" -> Optional.of(stored.equals("cn") ? "cn" : "sg");
            case "FINALISED" -> Optional.of("fn");
            default -> Optional.empty();
        };
    }

    private static void timesFromLegacy(PushDraft draft, String type) {
        draft.text("date_entered")
                .filter(WireDates::isDayOrMore)
                .ifPresent(day -> draft.set("om_created_datetime", JsonValue.text(WireDates.day(day) + "T00:00:00")));
        long modified = Amount.of(draft, "lastModifiedAt").longValue();
        boolean done = modified > 0
                && modified <= LATEST
                && draft.text("status").filter("fn"::equals).isPresent();
        JsonValue at = done
                ? JsonValue.text(DATETIME.format(LocalDateTime.ofEpochSecond(modified, 0, ZoneOffset.UTC)))
                : JsonValue.NULL;
        boolean sent = !type.equals("response");
        draft.set("om_sent_datetime", sent ? at : JsonValue.NULL);
        draft.set("om_finalised_datetime", sent ? JsonValue.NULL : at);
        draft.set("om_max_months_of_stock", JsonValue.NULL);
    }

    private static void supply(PushDraft draft) {
        BigDecimal months = Amount.optional(draft, "om_max_months_of_stock")
                .orElseGet(() -> Amount.divided(Amount.of(draft, "daysToSupply"), DAYS_OF_MONTH));
        if (draft.number("om_max_months_of_stock").isEmpty()) {
            draft.set("om_max_months_of_stock", Amount.json(months));
        }
        draft.set(
                "daysToSupply",
                JsonValue.number(months.multiply(DAYS_OF_MONTH)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toPlainString()));
    }

    /** In seconds since 1970. */
    private static long lastModified(PushDraft draft, String type) {
        return draft.text(type.equals("response") ? "om_finalised_datetime" : "om_sent_datetime")
                .filter(WireDates::isDatetime)
                .map(text -> LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC))
                .orElse(0L);
    }

    /** The final customer has a former key as well. */
    private static void finalCustomer(PushDraft draft) {
        Map<String, JsonValue> parts = new LinkedHashMap<>(draft.parts("oms_fields"));
        JsonValue former = parts.get("destination_customer_id");
        if (former != null
                && PushDraft.setText(parts.get("original_customer_id")).isEmpty()) {
            parts.put("original_customer_id", former);
            draft.setParts("oms_fields", parts);
        }
    }
}
