package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Stock that stands at a location.
 *
 * @param id its id
 * @param item the item's name; empty where the network did not send the item
 * @param batch its batch; empty for none
 * @param expiry the day on which it expires; null for none
 * @param packs how many packs there are
 * @param packSize how many units are in a pack; null where it is not known
 */
public record StockLine(
        String id, String item, String batch, LocalDate expiry, BigDecimal packs, BigDecimal packSize) {}
