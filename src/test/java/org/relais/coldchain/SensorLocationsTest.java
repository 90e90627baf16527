package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relais.people.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class SensorLocationsTest extends SensorSite {

    @Autowired
    private SensorLocations places;

    @Autowired
    private ColdChain coldChain;

    @Test
    void anotherLocationIsSentAndLoggedAsAnActivity() {
        String location = location("F1");
        signIn(person(Permission.EDIT_SENSOR_LOCATION));
        everythingIsSent();

        places.change(read(), location);

        assertThat(read().locationId()).isEqualTo(location);
        assertThat(jdbc.sql("select type from outbox order by type")
                        .query(String.class)
                        .list())
                .containsExactly("om_activity_log", "sensor");
        assertThat(jdbc.sql("select data from record where type = 'om_activity_log' and store_id = ?")
                        .param(store)
                        .query(String.class)
                        .single())
                .contains("\"SensorLocationChanged\"", "\"u-1\"", sensor, "\"changed_to\":\"" + location + "\"")
                .contains("\"datetime\":\"2026-07-14T12:00:00\"");
    }

    @Test
    void whoMayOnlyLookChangesNothing() {
        String location = location("F1");
        signIn(person(Permission.VIEW_SENSORS));

        assertThatThrownBy(() -> places.change(read(), location)).isInstanceOf(AccessDeniedException.class);
        assertThat(places.mayChange(store)).isFalse();
        assertThat(read().locationId()).isNull();
    }

    @Test
    void whatChangedMeanwhileIsNotOverwritten() {
        String location = location("F1");
        Sensor before = read();
        sensor(sensor, "Frigo des vaccins");

        assertThatThrownBy(() -> places.change(before, location)).isInstanceOf(SensorChanged.class);
        assertThatThrownBy(() -> places.change(read(), newId())).isInstanceOf(SensorChanged.class);
        assertThat(read().locationId()).isNull();
    }

    @Test
    void earlierReadingsWithoutALocationAreGivenItOnDemandAndOthersKeepTheirs() {
        reading(4.5, NOW.minus(Duration.ofDays(400)));
        reading(4.5, NOW.minus(Duration.ofDays(3)));
        reading(4.5, NOW.minus(Duration.ofHours(3)));
        breach(NOW.minus(Duration.ofHours(3)), NOW.minus(Duration.ofHours(2)));
        String first = location("F1");
        standsAt(first);
        reading(4.5, NOW.minus(Duration.ofHours(1)));
        String second = location("F2");
        places.change(read(), second);

        assertThat(places.withoutLocation(read())).isEqualTo(3);
        places.giveEarlier(read()).join();

        assertThat(places.withoutLocation(read())).isZero();
        assertThat(located("reading order by taken_at")).containsExactly(second, second, second, first);
        assertThat(located("breach")).containsExactly(second);
    }

    private List<String> located(String table) {
        String from = table.replace("order", "where sensor_id = '" + sensor + "' order");
        return jdbc.sql("select location_id from "
                        + (from.equals(table) ? table + " where sensor_id = '" + sensor + "'" : from))
                .query(String.class)
                .list();
    }

    private Sensor read() {
        return coldChain.find(sensor).orElseThrow().sensor();
    }
}
