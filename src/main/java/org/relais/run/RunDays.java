package org.relais.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs that are kept, summed up by day. */
@Component
public class RunDays {

    private final JdbcClient jdbc;

    public RunDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The runs of some days, summed up by the day on which they began.
     *
     * @param last the last of the days
     * @param count how many days, at least 1
     * @param zone whose days
     * @return every day, the oldest first
     */
    public List<DayOfRuns> days(LocalDate last, int count, ZoneId zone) {
        Days days = new Days(last.minusDays(count - 1L), count, zone);
        Map<LocalDate, DayOfRuns> found =
                sumUp(days).stream().collect(Collectors.toMap(DayOfRuns::day, Function.identity()));
        return days.all().stream()
                .map(day -> found.getOrDefault(day, DayOfRuns.without(day)))
                .toList();
    }

    /**
     * Sums up the days, in one walk through the index of starts.
     *
     * @return days without a run are left out
     */
    private List<DayOfRuns> sumUp(Days days) {
        return jdbc.sql("""
                        select interval(timestampdiff(second, '1970-01-01', started_at), %s) - 1 as day, count(*) as runs,
                            sum(outcome = 'succeeded') as succeeded, sum(outcome = 'partial') as partial,
                            sum(outcome = 'failed') as failed, sum(sent) as sent, sum(received) as received,
                            sum(ifnull(bytes_received, 0) + ifnull(bytes_sent, 0)) as bytes,
                            cast(avg(timestampdiff(microsecond, started_at, finished_at)) as signed) as took
                        from sync_run force index (by_start)
                        where started_at >= :from and started_at < :until
                        group by day order by day
                        """.formatted(days.starts().stream()
                        .map(start -> Long.toString(start.getEpochSecond()))
                        .collect(Collectors.joining(", "))))
                .param("from", utc(days.begin()))
                .param("until", utc(days.end()))
                .query((row, number) -> new DayOfRuns(
                        days.day(row.getInt("day")),
                        row.getLong("runs"),
                        row.getLong("succeeded"),
                        row.getLong("partial"),
                        row.getLong("failed"),
                        row.getLong("sent"),
                        row.getLong("received"),
                        row.getLong("bytes"),
                        micros(row.getObject("took", Long.class))))
                .list();
    }

    private static Duration micros(Long length) {
        return length == null ? null : Duration.of(length, ChronoUnit.MICROS);
    }

    /** As the database has it, whose clock is that of UTC. */
    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
