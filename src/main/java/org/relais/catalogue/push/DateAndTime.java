package org.relais.catalogue.push;

import java.util.Optional;
import org.relais.catalogue.WireDates;

/** A point in time that older records spell as a date and a time of day, newer ones as one datetime. */
public final class DateAndTime {

    private DateAndTime() {}

    /** The point in time, the datetime first; empty when neither it nor the date is set. */
    public static Optional<String> of(PushDraft draft, Moment moment) {
        return draft.text(moment.at()).or(() -> joined(draft, moment.date(), moment.time()));
    }

    /** A date and a time of day as one datetime; empty when the date is not set. */
    static Optional<String> joined(PushDraft draft, String date, String time) {
        return draft.text(date)
                .filter(WireDates::isDayOrMore)
                .map(day -> WireDates.day(day) + "T" + timeOfDay(draft.get(time)));
    }

    /** Sets a date and a time of day from a datetime; without one, to none and midnight. */
    public static void split(PushDraft draft, Optional<String> datetime, String date, String time) {
        Optional<String> at = datetime.filter(WireDates::isDatetime);
        draft.set(date, JsonValue.textOrNull(at.map(WireDates::day).orElse(null)));
        draft.set(time, JsonValue.text(at.map(WireDates::time).orElse("00:00:00")));
    }

    private static String timeOfDay(JsonValue time) {
        Optional<String> text = time.is(JsonValue.Kind.NUMBER)
                ? WireDates.timeOf(time.text())
                : PushDraft.setText(time).filter(WireDates::isTimeOfDay).map(whole -> whole.substring(0, 8));
        return text.orElse("00:00:00");
    }
}
