package org.relais.coldchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.locations.Locations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class SilenceTest extends SensorSite {

    private static final Duration PATIENCE = Duration.ofSeconds(3L * INTERVAL);

    @Autowired
    private SensorRepository sensors;

    @Autowired
    private BreachRepository breaches;

    @Autowired
    private Readings readings;

    @Autowired
    private Locations locations;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Phones phones;

    private ServerLife server;

    @BeforeEach
    void aServerThatIsOnForADayAndAPhoneThatTellsOfTheSensor() {
        jdbc.update("delete from server_life");
        startServer(NOW.minus(Duration.ofDays(1)));
        phone = new Phone(newId(), "froid", store);
        phones.seen(phone);
        reading(4, NOW);
    }

    @Test
    void nobodyIsBlamedWhileReadingsCome() {
        assertThat(silence(NOW.plus(PATIENCE))).isNull();
    }

    @Test
    void aPhoneThatWasHereSinceWithoutReadingsLeavesTheSensorToBlame() {
        clock.stopAt(NOW.plus(PATIENCE).plusSeconds(60));
        phones.seen(phone);

        assertThat(silence(NOW.plus(PATIENCE).plusSeconds(120))).isEqualTo(Silence.SENSOR);
    }

    @Test
    void aPhoneThatWasNotHereSinceIsToBlame() {
        assertThat(silence(NOW.plus(PATIENCE).plusSeconds(60))).isEqualTo(Silence.PHONE);
    }

    @Test
    void aServerThatHasJustStartedIsToBlameUntilPhonesHadTheirTime() {
        isOn(NOW.plusSeconds(60));
        Instant restart = NOW.plus(Duration.ofHours(3));
        startServer(restart);

        assertThat(silence(restart.plusSeconds(60))).isEqualTo(Silence.SERVER);
        isOn(restart.plusSeconds(60));
        assertThat(silence(restart.plusSeconds(61))).isEqualTo(Silence.SERVER);
        assertThat(silence(restart.plus(PATIENCE).plusSeconds(1))).isEqualTo(Silence.PHONE);
    }

    @Test
    void aPhoneThatWasAwayWhileTheServerWasStillOnIsNotExcusedByItsRestart() {
        isOn(NOW.plus(PATIENCE).plusSeconds(60));
        Instant restart = NOW.plus(Duration.ofHours(3));
        startServer(restart);

        assertThat(silence(restart.plusSeconds(60))).isEqualTo(Silence.PHONE);
    }

    @Test
    void aSensorThatWasSilentBeforeARestartStaysToBlame() {
        clock.stopAt(NOW.plus(PATIENCE).plusSeconds(60));
        phones.seen(phone);
        Instant restart = NOW.plus(Duration.ofHours(3));
        startServer(restart);

        assertThat(silence(restart.plusSeconds(60))).isEqualTo(Silence.SENSOR);
    }

    private void startServer(Instant at) {
        clock.stopAt(at);
        server = new ServerLife(JdbcClient.create(jdbc), clock);
        clock.stopAt(NOW);
    }

    private void isOn(Instant at) {
        clock.stopAt(at);
        server.beat();
    }

    private Silence silence(Instant at) {
        clock.stopAt(at);
        return new ColdChain(sensors, breaches, readings, phones, server, locations, JdbcClient.create(jdbc), clock)
                .find(sensor)
                .orElseThrow()
                .silence();
    }
}
