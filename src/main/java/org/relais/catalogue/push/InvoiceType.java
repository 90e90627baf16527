package org.relais.catalogue.push;

import java.util.Map;
import java.util.Optional;

/** What an invoice is for, under the names that Open mSupply uses. */
enum InvoiceType {
    OUTBOUND_SHIPMENT("ci"),
    INBOUND_SHIPMENT("si"),
    PRESCRIPTION("ci"),
    INVENTORY_ADDITION("si"),
    INVENTORY_REDUCTION("sc"),
    REPACK("sr"),
    CUSTOMER_RETURN("cc"),
    SUPPLIER_RETURN("sc");

    private static final Map<String, InvoiceType> FORMER_NAMES = Map.of(
            "INVENTORY_ADJUSTMENT", INVENTORY_ADDITION,
            "OUTBOUND_RETURN", SUPPLIER_RETURN,
            "INBOUND_RETURN", CUSTOMER_RETURN);

    private static final String INVENTORY_NAME = "invad";

    private final String legacyType;

    InvoiceType(String legacyType) {
        this.legacyType = legacyType;
    }

    /** The two letters of mSupply. */
    String legacyType() {
        return legacyType;
    }

    boolean comesIn() {
        return this == INBOUND_SHIPMENT || this == CUSTOMER_RETURN;
    }

    boolean goesOut() {
        return this == OUTBOUND_SHIPMENT || this == SUPPLIER_RETURN;
    }

    /** The type of a stored invoice; empty when it is one that only mSupply knows. */
    static Optional<InvoiceType> of(PushDraft invoice) {
        return ofLegacy(invoice)
                .map(legacy ->
                        invoice.text("om_type").flatMap(InvoiceType::named).orElse(legacy));
    }

    private static Optional<InvoiceType> named(String name) {
        for (InvoiceType type : values()) {
            if (type.name().equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.ofNullable(FORMER_NAMES.get(name));
    }

    private static Optional<InvoiceType> ofLegacy(PushDraft invoice) {
        String type = invoice.text("type").orElse("");
        boolean inventory = invoice.other("name", "name_ID")
                .flatMap(name -> name.text("code"))
                .filter(INVENTORY_NAME::equals)
                .isPresent();
        if (inventory) {
            return switch (type) {
                case "si" -> Optional.of(INVENTORY_ADDITION);
                case "sc", "Sc" -> Optional.of(INVENTORY_REDUCTION);
                default -> Optional.empty();
            };
        }
        if (invoice.text("mode").filter("dispensary"::equals).isPresent()) {
            return type.equals("ci") ? Optional.of(PRESCRIPTION) : Optional.empty();
        }
        return switch (type) {
            case "si" -> Optional.of(INBOUND_SHIPMENT);
            case "ci" -> Optional.of(OUTBOUND_SHIPMENT);
            case "sr" -> Optional.of(REPACK);
            case "cc" -> Optional.of(CUSTOMER_RETURN);
            case "sc", "Sc" -> Optional.of(SUPPLIER_RETURN);
            default -> Optional.empty();
        };
    }
}
