package org.relais.record;

import java.util.List;
import org.relais.catalogue.RecordKey;

/**
 * What a person can have meant.
 *
 * @param records those with that id first, then those that have it in their title
 * @param complete whether there was time to look everywhere, and no more were found than are told
 */
public record Sought(List<RecordKey> records, boolean complete) {

    public Sought {
        records = List.copyOf(records);
    }
}
