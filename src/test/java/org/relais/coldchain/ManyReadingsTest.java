package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.testing.ExplainedQueries;
import org.relais.testing.ExplainedQueries.Access;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * However many readings there are, what pages ask is read along an index: the chart, the log, the trend of the cards, the report.
 * {@code -Drelais.readings=1000000} fills the table with as many as a large store has after years.
 */
class ManyReadingsTest extends SensorSite {

    private static final int ALL = Integer.getInteger("relais.readings", 30_000);
    private static final int SENSORS = 20;

    @Autowired
    private DataSource database;

    @Autowired
    private SensorRepository repository;

    @Autowired
    private Breaches breaches;

    private final List<String> six = new ArrayList<>();
    private ExplainedQueries queries;
    private Readings readings;
    private ReadingLog log;

    /** Twenty sensors of two stores, each with a reading every five minutes, back from now. */
    @BeforeEach
    void aTableFullOfReadings() {
        String elsewhere = newStore("Ailleurs");
        for (int n = 0; n < 6; n++) {
            six.add(newId());
            sensor(six.getLast(), "Frigo " + n);
        }
        jdbc.sql("""
                        insert into reading (id, store_id, sensor_id, taken_at, temperature)
                        select concat('many-', seq), if(mod(seq, :sensors) < 6, :store, :elsewhere),
                            elt(mod(seq, :sensors) + 1, :s0, :s1, :s2, :s3, :s4, :s5,
                                's-7', 's-8', 's-9', 's-10', 's-11', 's-12', 's-13', 's-14', 's-15', 's-16', 's-17', 's-18',
                                's-19', 's-20'),
                            :now - seq div :sensors * 300, 4 + mod(seq, 40) / 10
                        from seq_0_to_%d""".formatted(ALL - 1))
                .param("sensors", SENSORS)
                .param("store", store)
                .param("elsewhere", elsewhere)
                .param("s0", six.get(0))
                .param("s1", six.get(1))
                .param("s2", six.get(2))
                .param("s3", six.get(3))
                .param("s4", six.get(4))
                .param("s5", six.get(5))
                .param("now", NOW.getEpochSecond())
                .update();
        jdbc.sql("analyze table reading").query().listOfRows();
        queries = new ExplainedQueries(database);
        readings = new Readings(JdbcClient.create(queries));
        log = new ReadingLog(JdbcClient.create(queries), repository, clock);
    }

    @AfterEach
    void theOthersHaveFew() {
        jdbc.sql("delete from reading where id like 'many-%'").update();
    }

    @Test
    void theChartAndTheTrendReadNothingButTheirTime() {
        Instant from = NOW.minus(Duration.ofDays(4));

        assertThat(readings.trend(six, from, NOW, 816)).hasSize(6);

        // Everything that is asked for stands in the index: no row of the table is fetched.
        assertThat(queries.plan()).singleElement().satisfies(access -> {
            assertThat(access.key()).isEqualTo("reading_sensor");
            assertThat(access.type()).isEqualTo("range");
            assertThat(access.extra()).contains("Using index");
        });
    }

    @Test
    void theLastReadingsAndTheExtremesOfBreachesComeByAnIndex() {
        Place fridge = new Place("f", "F1", "", BigDecimal.TWO, BigDecimal.valueOf(8));

        assertThat(readings.last(six, NOW)).hasSize(6);
        readings.outsideSince(six.getFirst(), fridge, NOW);
        sensor = six.getFirst();
        String breach = breach(NOW.minus(Duration.ofHours(3)), null);
        jdbc.sql("analyze table breach").query().listOfRows();
        assertThat(readings.extremes(List.of(breaches.find(breach).orElseThrow()), NOW))
                .containsKey(breach);

        assertThat(queries.plan())
                .filteredOn(access -> !access.table().startsWith("<derived"))
                .isNotEmpty()
                .allSatisfy(ManyReadingsTest::comesByAnIndex);
    }

    @Test
    void aPageOfTheLogReadsNoMoreThanAPage() {
        LogQuery all = new LogQuery(store, Set.of(), null, null, null);
        LogPage first = log.page(all, null, 50);
        assertThat(first.readings()).hasSizeGreaterThanOrEqualTo(50);
        log.page(all, first.older().orElseThrow(), 50);
        log.page(new LogQuery(store, Set.of(six.get(2)), null, NOW.minus(Duration.ofDays(3)), NOW), null, 50);

        assertThat(queries.plan()).isNotEmpty().allSatisfy(access -> {
            comesByAnIndex(access);
            assertThat(access.extra()).doesNotContain("filesort", "temporary");
        });
    }

    @Test
    void theReportAndTheFileReadTheirDaysInOrder() {
        List<Instant> times = new ArrayList<>();
        log.each(
                new LogQuery(store, Set.of(six.getFirst()), null, NOW.minus(Duration.ofDays(5)), NOW),
                (of, reading) -> times.add(reading.takenAt()));

        assertThat(times).hasSizeGreaterThan(1000).isSorted();
        assertThat(queries.plan()).isNotEmpty().allSatisfy(access -> {
            comesByAnIndex(access);
            assertThat(access.extra()).doesNotContain("filesort", "temporary");
        });
    }

    private static void comesByAnIndex(Access access) {
        assertThat(access.key()).as(access.toString()).isNotNull();
        assertThat(access.type()).as(access.toString()).isNotIn("ALL", "index");
    }
}
