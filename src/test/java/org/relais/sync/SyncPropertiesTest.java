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
        assertThat(new SyncProperties("1m", null).chosenInterval()).hasValue(Duration.ofMinutes(1));
        assertThat(new SyncProperties("PT168H", null).chosenInterval()).hasValue(Duration.ofDays(7));
        assertThat(new SyncProperties(null, null).chosenInterval()).isEmpty();
        assertThat(new SyncProperties(null, null).scheduled()).isEmpty();
        assertThat(new SyncProperties(null, "FALSE").scheduled()).hasValue(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"59s", "8d", "-5m", "often", "5 minutes"})
    void aWrongIntervalIsTold(String interval) {
        assertThatThrownBy(() -> new SyncProperties(interval, null).chosenInterval())
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("relais.sync.interval=" + interval)
                .hasMessageContaining("from 1m to 7d");
    }

    @Test
    void aWrongSwitchIsTold() {
        assertThatThrownBy(() -> new SyncProperties(null, "maybe").scheduled())
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("must be true or false");
    }
}
