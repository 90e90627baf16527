package org.relais.catalogue.push;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An invoice. mSupply knows it by two letters of type and of status and by three dates, Open mSupply by a type, a status and
 * a time for each status; it is sent in both spellings, the missing one worked out from the other.
 */
final class TransactPush implements PushRule {

    private static final Set<String> LETTERS = Set.of("nw", "sg", "cn", "fn", "FN");
    private static final List<String> STATUS_TIMES = List.of("allocated", "picked", "shipped", "delivered", "verified");

    @Override
    public void prepare(PushDraft draft) {
        dropWhatIsAnothers(draft);
        Optional<InvoiceType> type = InvoiceType.of(draft);
        String letters = draft.text("status").orElse("");
        Optional<InvoiceStatus> told = draft.text("om_status").flatMap(InvoiceStatus::named);
        Optional<InvoiceStatus> found = type.filter(known -> LETTERS.contains(letters))
                .flatMap(known -> told.or(() -> InvoiceStatus.ofLegacy(known, letters, transfer(draft))));
        if (found.isEmpty()) {
            draft.keep("an invoice of this type or status is mSupply's own");
            return;
        }
        InvoiceStatus status = found.get();
        if (draft.text("om_created_datetime").isEmpty()) {
            timesFromLegacy(draft, type.get(), status);
        }
        Optional<String> created = draft.text("om_created_datetime");
        if (draft.text("om_backdated_datetime").isEmpty()) {
            draft.text("om_picked_datetime")
                    .filter(picked -> created.isPresent() && picked.compareTo(created.get()) < 0)
                    .ifPresent(picked -> draft.set("om_backdated_datetime", JsonValue.text(picked)));
        }
        legacyFromTimes(draft, type.get(), created);
        draft.set("om_type", JsonValue.text(type.get().name()));
        draft.set("om_status", JsonValue.text(status.name()));
        draft.set("type", JsonValue.text(type.get().legacyType()));
        draft.set("status", JsonValue.text(status.legacy(type.get())));
        draft.set("mode", JsonValue.text(type.get() == InvoiceType.PRESCRIPTION ? "dispensary" : "store"));
        draft.set("goods_received_ID", JsonValue.NULL);
    }

    /** The other half of a transfer copied by mSupply still carries the keys of the half it was made from. */
    static void dropWhatIsAnothers(PushDraft draft) {
        String type = draft.text("type").orElse("");
        String openType = draft.text("om_type").orElse("");
        if (type.equals("si") && openType.equals("OUTBOUND_SHIPMENT")
                || type.equals("cc") && openType.equals("SUPPLIER_RETURN")) {
            draft.dropAllThatBeginWith("om_");
        }
    }

    /** Whether the other party is a store of the network; names of stores have that type. */
    private static boolean transfer(PushDraft draft) {
        return draft.other("name", "name_ID")
                .flatMap(name -> name.text("type"))
                .filter("store"::equals)
                .isPresent();
    }

    private static void timesFromLegacy(PushDraft draft, InvoiceType type, InvoiceStatus status) {
        Optional<String> created = DateAndTime.joined(draft, "entry_date", "entry_time");
        Optional<String> confirmed = DateAndTime.joined(draft, "confirm_date", "confirm_time");
        Optional<String> finalised =
                DateAndTime.joined(draft, "finalised_date", "finalised_time").or(() -> confirmed);
        STATUS_TIMES.forEach(name -> draft.set("om_" + name + "_datetime", JsonValue.NULL));
        draft.set("om_colour", JsonValue.NULL);
        draft.set("om_created_datetime", textOrNull(created));
        String letters = draft.text("status").orElse("");
        boolean done = letters.equalsIgnoreCase("fn");
        if (done || letters.equals("cn")) {
            String confirmedAs = type.comesIn() ? "delivered" : type.goesOut() || isPrescription(type) ? "picked" : "";
            if (!confirmedAs.isEmpty()) {
                draft.set("om_" + confirmedAs + "_datetime", textOrNull(confirmed));
            }
            if (done || confirmedAs.isEmpty()) {
                String doneAs = type.goesOut() ? "shipped" : "verified";
                draft.set("om_" + doneAs + "_datetime", textOrNull(done ? finalised : confirmed));
            }
        } else if (type.comesIn() && status == InvoiceStatus.SHIPPED) {
            draft.set("om_shipped_datetime", textOrNull(created));
        }
        if (draft.text("om_backdated_datetime").isEmpty()) {
            confirmed
                    .filter(at -> created.isPresent() && at.compareTo(created.get()) < 0)
                    .ifPresent(at -> draft.set("om_backdated_datetime", JsonValue.text(at)));
        }
    }

    private static void legacyFromTimes(PushDraft draft, InvoiceType type, Optional<String> created) {
        String confirmed =
                type.comesIn() ? "delivered" : type.goesOut() || isPrescription(type) ? "picked" : "verified";
        String finalised = type.goesOut() || isPrescription(type) ? "shipped" : "verified";
        boolean withoutStock = draft.text("om_status")
                .filter(InvoiceStatus.DELIVERED_NO_STOCK.name()::equals)
                .isPresent();
        DateAndTime.split(draft, created, "entry_date", "entry_time");
        DateAndTime.split(
                draft,
                type.comesIn() && withoutStock ? Optional.empty() : draft.text("om_" + confirmed + "_datetime"),
                "confirm_date",
                "confirm_time");
        DateAndTime.split(draft, draft.text("om_" + finalised + "_datetime"), "finalised_date", "finalised_time");
    }

    private static boolean isPrescription(InvoiceType type) {
        return type == InvoiceType.PRESCRIPTION;
    }

    private static JsonValue textOrNull(Optional<String> text) {
        return JsonValue.textOrNull(text.orElse(null));
    }
}
