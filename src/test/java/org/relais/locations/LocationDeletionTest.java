package org.relais.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a location may go, and what becomes of it. */
class LocationDeletionTest extends LocationSite {

    @Test
    void deletedLocationIsGoneAndItsDeletionWaits() {
        String id = locations.add(store, SHELF);
        everythingIsSent();

        locations.delete(locations.find(id).orElseThrow());

        assertThat(locations.find(id)).isEmpty();
        assertThat(jdbc.sql("select action from outbox where type = 'Location' and id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("DELETE");
    }

    @TestFactory
    Stream<DynamicTest> locationInUseStays() {
        List<DynamicTest> tests = types.all().stream()
                .flatMap(type -> type.references().stream()
                        .filter(reference -> reference.table().equals("Location"))
                        .map(reference -> dynamicTest(type.table(), () -> stays(type.table(), reference.field()))))
                .toList();
        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .containsExactlyInAnyOrder(
                        "item_store_join",
                        "location_movement",
                        "item_line",
                        "trans_line",
                        "Stock_take_lines",
                        "sensor",
                        "temperature_breach",
                        "temperature_log",
                        "Goods_received_line",
                        "asset_internal_location");
        return tests.stream();
    }

    private void stays(String table, String field) {
        String id = locations.add(store, draft(newId().substring(0, 20), ""));
        keep(table, newId(), store, "{\"note\":\"x\",\"%s\":\"%s\"}".formatted(field, id));

        assertThatExceptionOfType(LocationInUse.class)
                .isThrownBy(() -> locations.delete(locations.find(id).orElseThrow()))
                .satisfies(inUse -> assertThat(inUse.table()).isEqualTo(table));
    }

    /** Half a surrogate pair, or brackets within brackets, and MariaDB reads no further. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\ud800\"", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void referenceIsFoundBehindWhatTheDatabaseCannotRead(String odd) {
        String id = locations.add(store, SHELF);
        keep("sensor", newId(), store, "{\"odd\":%s,\"locationID\":\"%s\"}".formatted(odd, id));

        assertThatThrownBy(() -> locations.delete(locations.find(id).orElseThrow()))
                .isInstanceOf(LocationInUse.class);
    }

    @Test
    void textThatOnlyMentionsTheIdIsNoReference() {
        String id = locations.add(store, SHELF);
        keep("sensor", newId(), store, "{\"name\":\"%s\",\"locationID\":\"\"}".formatted(id));

        locations.delete(locations.find(id).orElseThrow());

        assertThat(locations.find(id)).isEmpty();
    }
}
