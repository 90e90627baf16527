package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.startup.WrongSetting;

/** The settings {@code relais.history.*}. */
class HistoryPropertiesTest {

    @Test
    void areTakenWithinTheirBounds() {
        assertThat(new HistoryProperties("1").chosenKeepDays()).hasValue(1);
        assertThat(new HistoryProperties(" 3650 ").chosenKeepDays()).hasValue(3650);
        assertThat(new HistoryProperties(null).chosenKeepDays()).isEmpty();
        assertThat(new HistoryProperties(" ").chosenKeepDays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "3651", "90d", "many", "99999999999"})
    void wrongOnesAreTold(String days) {
        assertThatThrownBy(() -> new HistoryProperties(days).chosenKeepDays())
                .isInstanceOf(WrongSetting.class)
                .hasMessage("Setting relais.history.keep-days=" + days
                        + " is wrong: must be a whole number of days from 1 to 3650");
    }
}
