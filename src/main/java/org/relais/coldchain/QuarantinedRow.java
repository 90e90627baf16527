package org.relais.coldchain;

import java.time.Instant;
import java.util.Objects;

/**
 * One row that a phone sent and no record can be made of.
 *
 * @param number by which it is known here
 * @param sender the name of the phone's account
 * @param kind what it was sent as
 * @param defect why it cannot be stored
 * @param field the key that it is about; null when it is about the whole row
 * @param detail the value, or what was expected; null when there is nothing to add
 * @param text the row as it came
 * @param times how often it came
 * @param firstAt when it came for the first time
 * @param lastAt when it came last
 */
public record QuarantinedRow(
        long number,
        String sender,
        PhoneCall kind,
        Sent.Defect defect,
        String field,
        String detail,
        String text,
        long times,
        Instant firstAt,
        Instant lastAt) {

    public QuarantinedRow {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(defect, "defect");
    }
}
