package org.relais.catalogue.push;

import java.util.Arrays;
import java.util.Optional;

/** How far an invoice is, under the names of the wire. */
enum InvoiceStatus {
    NEW,
    ALLOCATED,
    PICKED,
    SHIPPED,
    /** The goods are there and not yet in stock. */
    DELIVERED_NO_STOCK,
    /** The goods are there and in stock. */
    DELIVERED,
    VERIFIED,
    CANCELLED;

    /** The status that a name of the wire means. */
    static Optional<InvoiceStatus> named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }

    /**
     * The status that the two letters of mSupply mean.
     *
     * @param transfer whether the other party is a store as well
     * @return empty when mSupply's status has no counterpart
     */
    static Optional<InvoiceStatus> ofLegacy(InvoiceType type, String letters, boolean transfer) {
        return Optional.ofNullable(
                switch (letters) {
                    case "nw" -> type == InvoiceType.REPACK ? null : type.comesIn() && transfer ? SHIPPED : NEW;
                    case "sg" -> type == InvoiceType.REPACK ? null : NEW;
                    case "cn" -> confirmed(type);
                    case "fn", "FN" -> type.goesOut() ? SHIPPED : VERIFIED;
                    default -> null;
                });
    }

    private static InvoiceStatus confirmed(InvoiceType type) {
        return switch (type) {
            case PRESCRIPTION, OUTBOUND_SHIPMENT, SUPPLIER_RETURN -> PICKED;
            case INBOUND_SHIPMENT, CUSTOMER_RETURN -> DELIVERED;
            case INVENTORY_ADDITION, INVENTORY_REDUCTION -> VERIFIED;
            case REPACK -> null;
        };
    }

    /** The two letters of mSupply for this status. */
    String legacy(InvoiceType type) {
        return switch (type) {
            case OUTBOUND_SHIPMENT, SUPPLIER_RETURN ->
                switch (this) {
                    case NEW, ALLOCATED -> "sg";
                    case PICKED -> "cn";
                    default -> "fn";
                };
            case INBOUND_SHIPMENT, CUSTOMER_RETURN ->
                switch (this) {
                    case DELIVERED -> "cn";
                    case VERIFIED, CANCELLED -> "fn";
                    default -> "nw";
                };
            case PRESCRIPTION ->
                switch (this) {
                    case NEW -> "nw";
                    case ALLOCATED, PICKED -> "cn";
                    case DELIVERED_NO_STOCK -> "sg";
                    default -> "fn";
                };
            case INVENTORY_ADDITION, INVENTORY_REDUCTION, REPACK -> this == VERIFIED || this == CANCELLED ? "fn" : "nw";
        };
    }
}
