package org.relais.record;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;

/**
 * An arrival whose text is kept already.
 *
 * @param number its place in the order of arrival, and of its text
 * @param record whose version it is
 * @param action what it asks for
 * @param findings what was found out about it
 */
record NumberedArrival(long number, RecordKey record, Action action, Examiner.Findings findings) {

    /** How much of its text it still holds, and of what came beside that. */
    long characters() {
        return Stream.of(findings.named(), findings.references(), findings.parents())
                        .flatMap(List::stream)
                        .filter(Objects::nonNull)
                        .mapToLong(String::length)
                        .sum()
                + record.id().length()
                + record.table().length();
    }
}
