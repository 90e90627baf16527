package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StockAtRiskTest extends SensorSite {

    @Autowired
    private StockAtRisk stock;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Quarantine quarantine;

    @Test
    void whatStandsAtTheLocationIsListedWhatExpiresFirstInFront() {
        String location = location("F1");
        String item = newId();
        keep("item", item, null, "{\"ID\":\"%s\",\"item_name\":\"Vaccin BCG\",\"code\":\"b\"}".formatted(item));
        line(location, item, "L2", "2027-05-31", 4, 10);
        line(location, item, "L1", "2027-01-31T00:00:00", 2.5, 20);
        line(location, item, "", "0000-00-00", 1, 1);
        line(location, item, "L9", "2027-01-31", 0, 1);
        line(location("F2"), item, "L3", "2027-01-31", 7, 1);

        List<StockLine> lines = stock.at(location);

        assertThat(lines).extracting(StockLine::item).containsOnly("Vaccin BCG");
        assertThat(lines)
                .extracting(StockLine::expiry)
                .containsExactlyInAnyOrder(null, LocalDate.of(2027, 1, 31), LocalDate.of(2027, 5, 31));
        assertThat(lines)
                .filteredOn(line -> line.batch().equals("L1"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.packs()).isEqualByComparingTo("2.5");
                    assertThat(line.packSize()).isEqualByComparingTo("20");
                });
        assertThat(stock.at(null)).isEmpty();
    }

    @Test
    void aBreachKnowsItsExtremeAndIsFoundByItsLocation() {
        standsAt(location("F1"));
        String id = breach(NOW.minus(Duration.ofHours(3)), NOW.minus(Duration.ofHours(1)));
        reading(12.5, NOW.minus(Duration.ofHours(4)));
        reading(9.1, NOW.minus(Duration.ofHours(2)));
        reading(10.4, NOW.minus(Duration.ofMinutes(90)));
        Breach breach = breaches.find(id).orElseThrow();

        assertThat(breaches.extremes(List.of(breach)).get(id)).isEqualByComparingTo("10.4");
        assertThat(breaches.count(at(breach.locationId()))).isEqualTo(1);
        assertThat(breaches.count(at(newId()))).isZero();
    }

    @Test
    void whatPhonesSentInVainIsKeptWithItsReason() {
        nonsense("{\"id\":\"x\"}");
        nonsense("{\"id\":\"x\"}");

        assertThat(quarantine.count(store)).isEqualTo(1);
        assertThat(quarantine.list(store, 0, 10)).singleElement().satisfies(row -> {
            assertThat(row.sender()).isEqualTo("froid");
            assertThat(row.kind()).isEqualTo(PhoneCall.READING);
            assertThat(row.defect()).isEqualTo(Sent.Defect.MISSING);
            assertThat(row.field()).isEqualTo("sensorId");
            assertThat(row.text()).isEqualTo("{\"id\":\"x\"}");
            assertThat(row.times()).isEqualTo(2);
        });
        assertThat(quarantine.count(newId())).isZero();
    }

    private BreachQuery at(String location) {
        return new BreachQuery(store, Set.of(), location, Set.of(), null, null, false);
    }

    private void line(String location, String item, String batch, String expiry, double packs, int size) {
        String id = newId();
        keep("item_line", id, store, """
                {"ID":"%s","store_ID":"%s","item_ID":"%s","batch":"%s","expiry_date":"%s","location_ID":"%s","quantity":%s,\
                "pack_size":%d}""".formatted(id, store, item, batch, expiry, location, packs, size));
    }
}
