package org.relais.history.ui;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.relais.language.Phrases;
import org.relais.run.DayOfRuns;

/**
 * The last days of runs, in one language.
 *
 * @param days every day, the oldest first, the last one today
 * @param since the day on which the first synchronisation was complete; null to count from the first of the days
 */
record Month(List<DayOfRuns> days, LocalDate since, Phrases phrases) {

    /** How many days there are in it. */
    static final int DAYS = 30;

    Month {
        days = List.copyOf(days);
    }

    /** All there is to see, in two sentences. */
    String summary() {
        long runs = sum(DayOfRuns::runs);
        if (runs == 0) {
            return phrases.text("history.month.none", DAYS);
        }
        long succeeded = sum(DayOfRuns::succeeded);
        long failed = sum(DayOfRuns::partial) + sum(DayOfRuns::failed);
        String text = phrases.text(
                "history.month.summary",
                runs,
                succeeded,
                failed,
                sum(DayOfRuns::sent),
                sum(DayOfRuns::received),
                runs - succeeded - failed);
        long bytes = sum(DayOfRuns::bytes);
        if (bytes > 0) {
            text += " " + phrases.text("history.month.traffic", phrases.bytes(bytes));
        }
        long idle = days.stream()
                .filter(day ->
                        day.succeeded() == 0 && (since == null || !day.day().isBefore(since)))
                .count();
        return idle == 0 ? text : text + " " + phrases.text("history.month.idle", idle);
    }

    String day(DayOfRuns day) {
        return phrases.day(day.day());
    }

    /** All about a day in one line. */
    String line(DayOfRuns day) {
        return phrases.text(
                "history.month.day",
                day(day),
                day.runs(),
                day.partial() + day.failed(),
                day.sent() + day.received(),
                took(day));
    }

    String took(DayOfRuns day) {
        return day.took() == null ? "–" : phrases.duration(day.took());
    }

    long most(ToLongFunction<DayOfRuns> figure) {
        return days.stream().mapToLong(figure).max().orElse(0);
    }

    Duration longest() {
        return days.stream()
                .map(DayOfRuns::took)
                .filter(Objects::nonNull)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private long sum(ToLongFunction<DayOfRuns> figure) {
        return days.stream().mapToLong(figure).sum();
    }
}
