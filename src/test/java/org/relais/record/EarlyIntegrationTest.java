package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.Channel;
import org.relais.testing.TestDatabase;

/** What is integrated before the run has everything; {@link StoreModelTest} holds it to what comes out at the end. */
class EarlyIntegrationTest {

    private static final Set<Channel> TO_COME = Set.of(Channel.QUEUED_RECORDS, Channel.OPEN_PULL);

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;
    private final List<Long> handled = new ArrayList<>();

    @BeforeEach
    void anEmptyStore() {
        room = new StoreRoom(db.dataSource());
        room.empty();
    }

    @Test
    void whatIsCompleteIsStoredAndWhatCanStillComeIsLeft() {
        room.receive(List.of(Samples.unit("u1", "box"), Samples.location("l1", "fridge")));

        room.early.beside(TO_COME).integrate(() -> false, handled::add);

        assertThat(room.everything()).containsOnlyKeys("unit u1");
        assertThat(handled).containsExactly(1L);
        assertThat(room.integrate())
                .as("the location, whose store is not here")
                .isEqualTo(new IntegrationResult(0, 1, true));
    }

    @Test
    void aChunkThatLacksARecordIsLeftAsItCame() {
        room.receive(List.of(Samples.item("i1", "Quinine", "c1"), Samples.item("i2", "Zinc", "")));

        room.early.beside(TO_COME).integrate(() -> false, handled::add);

        assertThat(room.everything()).isEmpty();
        assertThat(room.asideReasons()).isEmpty();
        assertThat(room.integrate()).isEqualTo(new IntegrationResult(1, 1, true));
    }

    @Test
    void whatArrivesAfterItBeganIsLeft() {
        room.receive(List.of(Samples.unit("u1", "box")));
        EarlyIntegration.Work work = room.early.beside(TO_COME);
        room.receive(List.of(Samples.unit("u2", "bottle")));

        work.integrate(() -> false, handled::add);

        assertThat(room.everything()).containsOnlyKeys("unit u1");
    }

    @Test
    void itStopsWhenItIsTold() {
        room.receive(List.of(Samples.unit("u1", "box")));

        room.early.beside(TO_COME).integrate(() -> true, handled::add);

        assertThat(room.everything()).isEmpty();
        assertThat(handled).isEmpty();
    }
}
