package org.relais.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.relais.record.TableSameness;

/** A row of {@code run_sameness_table}: what a comparison found of one table. */
@Embeddable
class SamenessTableRow {

    private String name;
    private long announced;
    private long here;
    private long setAside;
    private long deleted;
    private long merged;
    private long repeated;
    private long waiting;
    private long missing;
    private long stored;

    @Column(columnDefinition = "char(16)")
    private String digest;

    /** For the persistence provider. */
    protected SamenessTableRow() {}

    SamenessTableRow(TableSameness found) {
        this.name = found.table();
        this.announced = found.announced();
        this.here = found.here();
        this.setAside = found.setAside();
        this.deleted = found.deleted();
        this.merged = found.merged();
        this.repeated = found.repeated();
        this.waiting = found.waiting();
        this.missing = found.missing();
        this.stored = found.stored();
        this.digest = found.digest();
    }

    TableSameness read() {
        return new TableSameness(
                name, announced, here, setAside, deleted, merged, repeated, waiting, missing, stored, digest);
    }
}
