package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.startup.WrongSetting;

/** The settings {@code relais.sync.*}. */
class SyncPropertiesTest {

    @Test
    void areTakenWithinTheirBounds() {
        assertThat(new SyncProperties("1m", null, null).chosenInterval()).hasValue(Duration.ofMinutes(1));
        assertThat(new SyncProperties("PT168H", null, null).chosenInterval()).hasValue(Duration.ofDays(7));
        assertThat(new SyncProperties(null, null, null).chosenInterval()).isEmpty();
        assertThat(new SyncProperties(null, null, null).scheduled()).isEmpty();
        assertThat(new SyncProperties(null, "FALSE", null).scheduled()).hasValue(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"59s", "8d", "-5m", "often", "5 minutes"})
    void aWrongIntervalIsTold(String interval) {
        assertThatThrownBy(() -> new SyncProperties(interval, null, null).chosenInterval())
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("relais.sync.interval=" + interval)
                .hasMessageContaining("from 1m to 7d");
    }

    @Test
    void aWrongSwitchIsTold() {
        assertThatThrownBy(() -> new SyncProperties(null, "maybe", null).scheduled())
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("must be true or false");
    }

    @Test
    void theWaitForTheLineIsTakenWithinItsBounds() {
        assertThat(waiting(null)).isEqualTo(Duration.ofMinutes(2));
        assertThat(waiting("0s")).isZero();
        assertThat(waiting("1h")).isEqualTo(Duration.ofHours(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"61m", "-1s", "a while"})
    void aWrongWaitForTheLineIsTold(String wait) {
        assertThatThrownBy(() -> waiting(wait))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("relais.sync.wait-for-line=" + wait)
                .hasMessageContaining("from 0s to 1h");
    }

    private static Duration waiting(String wait) {
        return new SyncProperties(null, null, wait).lineWait();
    }
}
