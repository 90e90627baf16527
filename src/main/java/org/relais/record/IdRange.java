package org.relais.record;

import java.util.List;

/**
 * The arrivals of one type whose ids lie in a range: what one chunk takes. All arrivals of one record are in one chunk; what
 * was made here and waits is none of them.
 *
 * @param type the table
 * @param after the ids are larger than this one
 * @param upTo the ids are not larger than this one
 * @param newest what arrived after this number is none of them; {@link Long#MAX_VALUE} where nothing arrives meanwhile
 */
record IdRange(String type, String after, String upTo, long newest) {

    /** The condition on {@code inbox i}; its parameters are {@link #parameters()}. */
    static final String CONDITION =
            "i.type = ? and i.record_id > ? and i.record_id <= ? and i.number <= ? and i.channel <> 'HERE'";

    List<Object> parameters() {
        return List.of(type, after, upTo, newest);
    }
}
