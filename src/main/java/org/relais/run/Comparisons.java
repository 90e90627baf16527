package org.relais.run;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.record.Sameness;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What was found when the store was compared with what the central servers announced; each is kept as long as its run. */
@Component
public class Comparisons {

    private final SamenessRepository rows;
    private final TransactionOperations transaction;

    Comparisons(SamenessRepository rows, TransactionOperations transaction) {
        this.rows = rows;
        this.transaction = transaction;
    }

    /**
     * Keeps what was found after a run, in the place of what was found before.
     *
     * @throws DataIntegrityViolationException when the run is no longer kept
     */
    public void keep(long run, Sameness found) {
        transaction.executeWithoutResult(status -> rows.saveAndFlush(new SamenessRow(run, found)));
    }

    /** What was found after a run; empty when nothing was compared then. */
    public Optional<Sameness> after(long run) {
        return Optional.ofNullable(after(Set.of(run)).get(run));
    }

    /** What was found after each of some runs, by the run's number; those after which nothing was compared are not in it. */
    public Map<Long, Sameness> after(Collection<Long> runs) {
        return runs.isEmpty()
                ? Map.of()
                : transaction.execute(status -> rows.findByRunIdIn(runs).stream()
                        .collect(Collectors.toMap(SamenessRow::run, SamenessRow::read)));
    }
}
