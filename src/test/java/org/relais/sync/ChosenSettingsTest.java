package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.history.HistoryLength;
import org.relais.settings.Settings;
import org.relais.site.PublicAddress;
import org.relais.site.PublicAddressProblem;
import org.relais.site.ServerAddress;
import org.relais.testing.TestDatabase;
import org.relais.vocabulary.Invalid;

/** What people choose: kept whole or not at all, seen by all processes, and given up for what the configuration names. */
class ChosenSettingsTest {

    private static final BadgeThresholds USUAL = new BadgeThresholds(1, Duration.ofDays(1), Duration.ofDays(3));
    private static final TestDatabase database = TestDatabase.fresh();
    private static final Path directory = Engine.newDirectory();
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engine.start(database, directory, "--relais.sync.enabled=");
    }

    @AfterAll
    static void stop() {
        engine.close();
        database.close();
    }

    @BeforeEach
    void nothingIsChosen() {
        kept().keySet().forEach(engine.bean(Settings.class)::forget);
    }

    private static Map<String, String> kept() {
        return engine.bean(Settings.class).all();
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT24H, PT72H, SHOWN_FROM_OUT_OF_RANGE",
        "1000001, PT24H, PT72H, SHOWN_FROM_OUT_OF_RANGE",
        "1, PT59S, PT72H, LATE_OUT_OF_RANGE",
        "1, PT24H, PT8761H, OVERDUE_OUT_OF_RANGE",
        "1, PT24H, PT24H, OVERDUE_NOT_AFTER_LATE"
    })
    void wrongThresholdsNeverReachTheDatabase(int from, Duration late, Duration overdue, BadgeProblem problem) {
        assertThatThrownBy(() -> engine.bean(BadgeSettings.class).choose(new BadgeThresholds(from, late, overdue)))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.problems(BadgeProblem.class))
                        .containsExactly(problem));

        assertThat(kept()).isEmpty();
        assertThat(engine.bean(BadgeSettings.class).thresholds()).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3651, -1})
    void aWrongLengthOfTheHistoryNeverReachesTheDatabase(int days) {
        assertThatThrownBy(() -> engine.bean(HistoryLength.class).choose(days))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(kept()).isEmpty();
        assertThat(engine.bean(HistoryLength.class).days()).isEqualTo(90);
    }

    @ParameterizedTest
    @ValueSource(longs = {59, 604_801, -300})
    void aWrongIntervalNeverReachesTheDatabase(long seconds) {
        assertThatThrownBy(() -> engine.synchroniser().changeInterval(Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(kept()).isEmpty();
        assertThat(engine.synchroniser().interval()).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense, NO_ADDRESS",
        "ftp://relais.example.org, NO_ADDRESS",
        "https://relais.example.org?x, NO_ADDRESS",
        "http://relais, NOT_FOR_PHONES",
        "http://127.0.0.1:8080, NOT_FOR_PHONES",
        "http://[fe80::1], NOT_FOR_PHONES"
    })
    void aWrongPublicAddressNeverReachesTheDatabase(String typed, PublicAddressProblem problem) {
        assertThatThrownBy(() -> engine.bean(PublicAddress.class).choose(typed))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.problems(PublicAddressProblem.class))
                                .containsExactly(problem));

        assertThat(kept()).isEmpty();
    }

    @Test
    void aPublicAddressIsOfferedAtOnceAndFoundOutAgainWhenItIsEmptied() {
        ServerAddress addresses = engine.bean(ServerAddress.class);
        URI browser = URI.create("http://192.168.1.9:8080");

        engine.bean(PublicAddress.class).choose(" https://relais.example.org ");
        assertThat(addresses.reachable(browser)).containsExactly(URI.create("https://relais.example.org"));
        assertThat(addresses.foundOut(browser)).containsExactly(browser);

        engine.bean(PublicAddress.class).choose(" ");
        assertThat(addresses.reachable(browser)).containsExactly(browser);
    }

    @Test
    void otherProcessesSeeAChoiceAndTellTheirPages() {
        try (Engine other = Engine.start(database, directory, "--relais.sync.enabled=")) {
            BadgeSettings badge = other.bean(BadgeSettings.class);
            assertThat(badge.thresholds()).isEqualTo(USUAL);
            Awaitility.await().until(() -> !other.published().isEmpty());
            int told = other.published().size();
            BadgeThresholds chosen = new BadgeThresholds(10, Duration.ofHours(5), Duration.ofDays(2));

            engine.bean(BadgeSettings.class).choose(chosen);

            assertThat(engine.bean(BadgeSettings.class).thresholds()).isEqualTo(chosen);
            Awaitility.await().until(() -> badge.thresholds().equals(chosen));
            Awaitility.await().until(() -> other.published().size() > told);
        }
    }

    /** The look that once a second finds what other processes chose says nothing of it. */
    @Test
    void aChoiceIsToldOnceInTheProcessThatMadeIt() {
        try (Engine other = Engine.start(database, directory, "--relais.sync.enabled=")) {
            Awaitility.await().until(() -> !engine.published().isEmpty());
            int told = engine.told().size();

            engine.bean(HistoryLength.class).choose(30);
            other.bean(HistoryLength.class).choose(31);

            Awaitility.await().until(() -> engine.told().size() >= told + 2);
            assertThat(engine.told().subList(told, engine.told().size()))
                    .containsExactly(HistoryLength.NAME, HistoryLength.NAME);
            assertThat(engine.bean(HistoryLength.class).days()).isEqualTo(31);
        }
    }

    @Test
    void whatTheConfigurationNamesIsChosenAtEveryStartAndTheRestStays() {
        engine.bean(BadgeSettings.class).choose(new BadgeThresholds(10, Duration.ofHours(5), Duration.ofDays(2)));
        engine.bean(HistoryLength.class).choose(30);
        engine.bean(PublicAddress.class).choose("http://10.0.0.7");

        try (Engine next = Engine.start(
                database,
                directory,
                "--relais.sync.enabled=",
                "--relais.badge.late-after=6h",
                "--relais.history.keep-days=7",
                "--relais.site.public-url=https://relais.example.org")) {
            assertThat(next.bean(BadgeSettings.class).thresholds())
                    .isEqualTo(new BadgeThresholds(10, Duration.ofHours(6), Duration.ofDays(2)));
            assertThat(next.bean(HistoryLength.class).days()).isEqualTo(7);
            assertThat(next.bean(PublicAddress.class).find()).hasValue(URI.create("https://relais.example.org"));
            Settings settings = next.bean(Settings.class);
            assertThat(settings.configured(BadgeSettings.LATE_AFTER)).hasValue("6h");
            assertThat(Set.of(BadgeSettings.SHOWN_FROM, "relais.sync.enabled"))
                    .allSatisfy(name -> assertThat(settings.configured(name)).isEmpty());
        }
    }
}
