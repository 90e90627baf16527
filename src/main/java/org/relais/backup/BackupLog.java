package org.relais.backup;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What became of each backup: table {@code backup_attempt}. */
@Component
class BackupLog {

    /** As many as a folder may hold, about. */
    private static final int MOST = 1000;

    private final BackupRepository rows;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    BackupLog(BackupRepository rows, TransactionOperations transaction, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** A backup begins; whoever calls is the only one that makes one, so whatever else is open was cut. */
    BackupAttempt begin(String askedBy) {
        BackupAttempt begun = transaction.execute(status -> {
            closeWhatWasCut();
            return rows.saveAndFlush(new BackupRow(askedBy, now())).read();
        });
        tell();
        return begun;
    }

    void wrote(BackupAttempt attempt, BackupWriter.Written written) {
        change(attempt, row -> row.wrote(written.file().getFileName().toString(), written.size(), written.rows()));
    }

    void proven(BackupAttempt attempt) {
        change(attempt, row -> row.proven(now()));
    }

    void failed(BackupAttempt attempt, BackupProblem problem, String detail) {
        change(attempt, row -> row.failed(problem, detail, now()));
    }

    /** Closes what was being made when its process ended. */
    void closeWhatWasCut() {
        transaction.executeWithoutResult(status ->
                rows.findByFinishedAtNull().forEach(row -> row.failed(BackupProblem.INTERRUPTED, null, now())));
    }

    /** The newest, the newest first. */
    List<BackupAttempt> newest() {
        return transaction.execute(status -> rows.findByOrderByIdDesc(Limit.of(MOST)).stream()
                .map(BackupRow::read)
                .toList());
    }

    Optional<BackupAttempt> last() {
        return transaction.execute(status ->
                rows.findByOrderByIdDesc(Limit.of(1)).stream().findFirst().map(BackupRow::read));
    }

    Optional<BackupAttempt> lastProven() {
        return transaction.execute(
                status -> rows.findFirstByProvenAtNotNullOrderByIdDesc().map(BackupRow::read));
    }

    private void change(BackupAttempt attempt, Consumer<BackupRow> change) {
        transaction.executeWithoutResult(status -> rows.findById(attempt.id()).ifPresent(change));
        tell();
    }

    /** Has the pages look again. */
    void tell() {
        events.publishEvent(new BackupChanged());
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
