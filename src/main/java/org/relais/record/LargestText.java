package org.relais.record;

import java.util.Optional;
import org.relais.vocabulary.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How large the text of a record may be, so that the database takes it.
 *
 * @param bytes in UTF-8
 */
record LargestText(long bytes) {

    /** What a packet holds beside the text. */
    private static final long PACKET_MARGIN = 4096;

    private static final int MOST_BYTES_PER_CHAR = 3;

    static LargestText of(JdbcClient jdbc) {
        return new LargestText(
                jdbc.sql("select @@max_allowed_packet").query(Long.class).single() - PACKET_MARGIN);
    }

    /** Why a text cannot be kept; empty when it can. */
    Optional<Reason> refusal(String text) {
        boolean tooLarge = text.length() > bytes / MOST_BYTES_PER_CHAR && Texts.bytes(text) > bytes;
        return tooLarge
                ? Optional.of(new Reason(ReasonKind.TOO_LARGE, null, Texts.bytes(text) + " bytes"))
                : Optional.empty();
    }
}
