package org.relais.sync;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks back at the runs that are kept. */
@Component
public class RunHistory {

    private final SyncRuns runs;

    RunHistory(SyncRuns runs) {
        this.runs = runs;
    }

    /**
     * A page of runs, the newest first, the one that is going on among them.
     *
     * @param offset how many to pass over, from 0
     * @param limit how many at most
     */
    public List<RunStatus> page(RunFilter filter, int offset, int limit) {
        return runs.page(filter, offset, limit);
    }

    /** How many runs are kept, of those that the filter lets through. */
    public long count(RunFilter filter) {
        return runs.count(filter);
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
                runs.sumUp(days).stream().collect(Collectors.toMap(DayOfRuns::day, Function.identity()));
        return days.all().stream()
                .map(day -> found.getOrDefault(day, DayOfRuns.without(day)))
                .toList();
    }
}
