package org.relais.run;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.BatchSize;
import org.relais.record.Sameness;

/** A row of {@code run_sameness} with its tables: what a comparison found that was made after a run. */
@Entity
@Table(name = "run_sameness")
class SamenessRow {

    @Id
    private Long runId;

    private Instant comparedAt;

    @ElementCollection
    @CollectionTable(name = "run_sameness_table", joinColumns = @JoinColumn(name = "run_id"))
    @OrderColumn(name = "position", columnDefinition = "smallint")
    @BatchSize(size = 200)
    private List<SamenessTableRow> tables = new ArrayList<>();

    /** For the persistence provider. */
    protected SamenessRow() {}

    SamenessRow(long run, Sameness found) {
        this.runId = run;
        this.comparedAt = found.at();
        found.tables().forEach(table -> tables.add(new SamenessTableRow(table)));
    }

    long run() {
        return runId;
    }

    Sameness read() {
        return new Sameness(
                comparedAt, tables.stream().map(SamenessTableRow::read).toList());
    }
}
