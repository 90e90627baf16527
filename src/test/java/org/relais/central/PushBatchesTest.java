package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

class PushBatchesTest {

    /** Whatever the texts, no piece makes a larger request than is taken, and none could have held one record more. */
    @Property(tries = 30)
    void piecesFitAndLoseNothing(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 3_000_000) Integer> sizes,
            @ForAll @NotBlank String name) {
        List<OutgoingRecord> records = new ArrayList<>();
        for (int size : sizes) {
            String filler = size % 2 == 0 ? "é" : "😀";
            int length = filler.getBytes(StandardCharsets.UTF_8).length;
            String data = "{\"n\":\"" + filler.repeat(size / length) + "\"}";
            records.add(
                    new OutgoingRecord(Long.MAX_VALUE, new WireRecord(new RecordKey(name, name), Action.UPSERT, data)));
        }
        List<List<OutgoingRecord>> pieces = PushBatches.cut(records);
        assertThat(pieces.stream().flatMap(List::stream)).containsExactlyElementsOf(records);
        for (int i = 0; i < pieces.size(); i++) {
            List<OutgoingRecord> piece = pieces.get(i);
            assertThat(requestSize(piece)).isLessThan(PushBatches.LARGEST_BODY - 10_000);
            if (i + 1 < pieces.size()) {
                List<OutgoingRecord> more = new ArrayList<>(piece);
                more.add(pieces.get(i + 1).getFirst());
                assertThat(requestSize(more)).isGreaterThan(PushBatches.LARGEST_BODY - 60_000);
            }
        }
    }

    private static int requestSize(List<OutgoingRecord> records) {
        int legacy = RequestBody.object(body -> body.legacyRecords("data", records)).length;
        return Math.max(legacy, RequestBody.object(body -> body.openRecords("records", records)).length);
    }

    @Test
    void nothingMakesNoPieces() {
        assertThat(PushBatches.cut(List.of())).isEmpty();
    }

    @Test
    void aRecordThatFitsNowhereStandsAlone() {
        List<OutgoingRecord> records = new ArrayList<>(LineFailuresTest.records(2, 10));
        records.add(1, LineFailuresTest.records(1, 11 * 1024 * 1024).getFirst());
        assertThat(PushBatches.cut(records)).extracting(List::size).containsExactly(1, 1, 1);
    }

    @Test
    void halvesKeepTheOrder() {
        List<OutgoingRecord> records = LineFailuresTest.records(5, 10);
        assertThat(PushBatches.halves(records)).containsExactly(records.subList(0, 2), records.subList(2, 5));
        assertThatThrownBy(() -> PushBatches.halves(records.subList(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
