package org.relais.catalogue.push;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A line of an invoice: Open mSupply's totals are worked out for lines that mSupply made. */
final class TransLinePush implements PushRule {

    private static final Set<String> TYPES = Set.of("stock_in", "stock_out", "placeholder", "service");
    private static final String NO_OPTION = "0";
    private static final List<String> AMOUNTS = List.of(
            "quantity",
            "prescribedQuantity",
            "om_total_before_tax",
            "om_total_after_tax",
            "foreign_currency_price",
            "sentQuantity");

    @Override
    public void prepare(PushDraft draft) {
        String type = draft.text("type").orElse("");
        if (!TYPES.contains(type)) {
            draft.keep("a line of type " + type + " is mSupply's own");
            return;
        }
        if (draft.text("om_item_code").isEmpty()) {
            draft.set(
                    "om_item_code",
                    JsonValue.textOrNull(draft.other("item", "item_ID")
                            .flatMap(item -> item.text("code"))
                            .orElse(null)));
            JsonValue total = Amount.json(Amount.of(draft, "quantity").multiply(price(draft, type)));
            draft.set("om_tax", JsonValue.NULL);
            draft.set("om_total_before_tax", total);
            draft.set("om_total_after_tax", total);
        }
        if (draft.get("optionID").equals(JsonValue.text(NO_OPTION))) {
            draft.set("optionID", JsonValue.NULL);
        }
        if (Amount.of(draft, "quantity").signum() < 0) {
            draft.set("type", JsonValue.text("stock_in"));
            AMOUNTS.forEach(key -> Amount.optional(draft, key)
                    .filter(amount -> amount.signum() < 0)
                    .ifPresent(amount -> draft.set(key, Amount.json(amount.negate()))));
        }
    }

    private static BigDecimal price(PushDraft draft, String type) {
        return switch (type) {
            case "stock_in" -> Amount.of(draft, "cost_price");
            case "stock_out" -> Amount.of(draft, "sell_price");
            case "service" -> servicePrice(draft);
            default -> BigDecimal.ZERO;
        };
    }

    private static BigDecimal servicePrice(PushDraft draft) {
        Optional<InvoiceType> invoice = draft.other("transact", "transaction_ID")
                .flatMap(parent -> {
                    TransactPush.dropWhatIsAnothers(parent);
                    return InvoiceType.of(parent);
                });
        return invoice.filter(type -> type == InvoiceType.INBOUND_SHIPMENT)
                .map(type -> Amount.of(draft, "cost_price"))
                .or(() -> invoice.filter(type -> type == InvoiceType.OUTBOUND_SHIPMENT)
                        .map(type -> Amount.of(draft, "sell_price")))
                .orElse(BigDecimal.ZERO);
    }
}
