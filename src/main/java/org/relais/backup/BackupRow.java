package org.relais.backup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.relais.vocabulary.Keyed;
import org.relais.vocabulary.Texts;

/** A backup that was made, or was to be. */
@Entity
@Table(name = "backup_attempt")
class BackupRow {

    private static final int LONGEST_DETAIL = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String askedBy;
    private Instant startedAt;
    private Instant finishedAt;
    private String file;
    private Long size;

    @Column(name = "row_count")
    private Long rows;

    private Instant provenAt;
    private String problem;
    private String detail;

    /** For the persistence provider. */
    protected BackupRow() {}

    BackupRow(String askedBy, Instant now) {
        this.askedBy = askedBy;
        this.startedAt = now;
    }

    void wrote(String name, long bytes, long allRows) {
        file = name;
        size = bytes;
        rows = allRows;
    }

    void proven(Instant now) {
        provenAt = now;
        finishedAt = now;
        problem = null;
    }

    void failed(BackupProblem why, String words, Instant now) {
        problem = why.key();
        detail = words == null ? null : Texts.cut(words, LONGEST_DETAIL);
        finishedAt = now;
    }

    BackupAttempt read() {
        return new BackupAttempt(
                id,
                askedBy,
                startedAt,
                finishedAt,
                file,
                size,
                rows,
                provenAt,
                problem == null ? null : Keyed.of(BackupProblem.class, problem),
                detail);
    }
}
