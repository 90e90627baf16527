package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts are dates and times on the wire, up to the edges of the calendar and of the clock. */
class WireDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-01-01",
                "2026-01-31",
                "2026-04-30",
                "2024-02-29",
                "2000-02-29",
                "2026-12-31",
                "2026-12-31T23:59:59",
                "2026-12-31 00:00:00"
            })
    void knowsADayAloneOrWithATime(String text) {
        assertThat(WireDates.isDayOrMore(text)).isTrue();
        assertThat(WireDates.isDay(text)).isEqualTo(text.length() == 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-1-01",
                "2026-00-10",
                "2026-13-10",
                "2026-01-00",
                "2026-01-32",
                "2026-04-31",
                "2026-11-31",
                "2026-02-29",
                "1900-02-29",
                "2026/01/01",
                "2026-01/01",
                "2O26-01-01",
                "2026-01-01T",
                "2026-01-01T12:00",
                "2026-01-01_12:00:00",
                "2026-01-01T24:00:00",
                "2026-01-01T12:60:00",
                "2026-01-01T12:00:60",
                "2026-01-01T12-00:00",
                "2026-01-01T12:00-00",
                "2026-01-01T12:00:00Z"
            })
    void knowsNoDayThatTheCalendarHasNot(String text) {
        assertThat(WireDates.isDayOrMore(text)).isFalse();
        assertThat(WireDates.isDay(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01T00:00:00", "2026-01-01T23:59:59.0", "2026-01-01T12:00:00.123456789"})
    void knowsADatetimeWithUpToNineDigitsOfASecond(String text) {
        assertThat(WireDates.isDatetime(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-02-30T12:00:00",
                "2026-01-01 12:00:00",
                "2026-01-01T12:00:00.",
                "2026-01-01T12:00:00,5",
                "2026-01-01T12:00:00.1234567890",
                "2026-01-01T12:00:00.12x",
                "2026-01-01T12:00:00Z"
            })
    void knowsNoOtherDatetime(String text) {
        assertThat(WireDates.isDatetime(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-00-00", "0000-00-00T00:00:00", "0000-00-00 23:59:59"})
    void knowsTheDayThatStandsForNone(String text) {
        assertThat(WireDates.isZeroDay(text)).isTrue();
        assertThat(WireDates.isDayOrMore(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-00-01", "0000-00-00T", "0000-00-00x00:00:00", "0000-00-00T24:00:00"})
    void knowsNoOtherDayThatStandsForNone(String text) {
        assertThat(WireDates.isZeroDay(text)).isFalse();
    }

    @Test
    void spellsTheSecondsOfADay() {
        assertThat(WireDates.timeOf("0")).contains("00:00:00");
        assertThat(WireDates.timeOf("45296")).contains("12:34:56");
        assertThat(WireDates.timeOf("86399")).contains("23:59:59");
        assertThat(WireDates.timeOf("86400")).isEmpty();
        assertThat(WireDates.timeOf("-1")).isEmpty();
        assertThat(WireDates.timeOf("noon")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00:00", "23:59:59", "12:00:00.5"})
    void knowsATimeOfDay(String text) {
        assertThat(WireDates.isTimeOfDay(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12:00", "24:00:00", "12:00:00.", "12:00:00Z"})
    void knowsNoOtherTimeOfDay(String text) {
        assertThat(WireDates.isTimeOfDay(text)).isFalse();
    }
}
