package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.SyncStep;
import org.relais.testing.TestDatabase;

/** What a run has received is integrated or set aside, whatever it is: its figures add up, and they are kept. */
class SetAsideFiguresTest {

    private static final String CATEGORY = record("item_category", "category-1", """
            "Description":"Antibiotiques","sort_order":1,"parent_ID":""\
            """);

    private static final String ITEM = record("item", "item-1", """
            "item_name":"Amoxicilline","code":"item-1","unit_ID":"","type_of":"general","default_pack_size":1,\
            "is_vaccine":false,"VEN_category":"V","strength":"","doses":0,"category_ID":"category-1",\
            "restricted_location_type_ID":"","volume_per_pack":0.10,"universalcodes_code":""\
            """);

    private static final String BROKEN = record("unit", "unit-broken", """
            "units":{"not":"a text"},"comment":"","order_number":0\
            """);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Test
    void everyRecordThatCameIsIntegratedOrSetAside() throws IOException {
        try (OddNetwork network = new OddNetwork()) {
            queue(
                    network,
                    OddNetwork.unit("unit-1"),
                    OddNetwork.unit("unit-1"),
                    OddNetwork.unit("unit-2"),
                    BROKEN,
                    ITEM);
            try (Engine engine = network.site(database)) {
                assertThat(figures(engine.lastEnded())).containsExactly(5L, 3L, 2L, 0L);
                RunStep integrate = Engine.step(engine.lastEnded(), SyncStep.INTEGRATE);
                assertThat(integrate.done()).isEqualTo(5);
                assertThat(integrate.total()).isEqualTo(5);
                assertThat(engine.store().setAside(10)).hasSize(2);

                queue(network, CATEGORY);
                assertThat(figures(engine.run()))
                        .as("the item that waited came with the run before")
                        .containsExactly(1L, 2L, 0L, 0L);
                assertThat(engine.store().setAside(10)).hasSize(1);
            }
        }
    }

    private static List<Long> figures(Run run) {
        return List.of(run.received(), run.integrated(), run.setAside(), run.left());
    }

    /** One page of the queue, and after that nothing. */
    private static void queue(OddNetwork network, String... records) {
        AtomicInteger asked = new AtomicInteger();
        List<String> members = IntStream.range(0, records.length)
                .mapToObj(place -> "{\"syncOutId\":\"" + place + "\"," + records[place] + "}")
                .toList();
        network.on(
                "GET /sync/v5/queued_records",
                request -> asked.getAndIncrement() == 0
                        ? "{\"queueLength\":%d,\"data\":[%s]}".formatted(records.length, String.join(",", members))
                        : "{\"queueLength\":0,\"data\":[]}");
    }

    private static String record(String table, String id, String members) {
        return "\"tableName\":\"%1$s\",\"recordId\":\"%2$s\",\"action\":\"update\",\"recordData\":{\"ID\":\"%2$s\",%3$s}"
                .formatted(table, id, members);
    }
}
