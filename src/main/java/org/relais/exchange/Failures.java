package org.relais.exchange;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.FailureCode;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.run.Failure;
import org.relais.site.SiteMismatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Turns what a step threw, or a question to the central servers outside of a run, into the failure that is kept and shown. */
@Component
public class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final DatabaseWatch database;
    private final Clock clock;

    Failures(DatabaseWatch database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a person is told of it; never null. Faults of the database and of this program are logged with their cause. */
    public Failure of(Throwable thrown) {
        return switch (thrown) {
            case CentralFailure central -> Failure.of(central, now());
            case StepFailure own -> failure(own.code(), own.server(), own.call(), own.getMessage());
            case SiteMismatch mismatch ->
                failure(FailureCode.SITE_MISMATCH, CentralServer.LEGACY, RunContext.GREETING, mismatch.getMessage());
            // What a repository was asked wrongly, or what this program threw while it was asked, has this name.
            case InvalidDataAccessApiUsageException own -> unexpected(own);
            case IncorrectResultSizeDataAccessException own -> unexpected(own);
            case DataAccessException unreachable -> database(unreachable);
            case TransactionException unreachable -> database(unreachable);
            default -> unexpected(thrown);
        };
    }

    /** Whether no step of the run, whichever server it needs, can go on after this. */
    boolean stopsEverything(Failure failure) {
        return failure.code() == FailureCode.DATABASE || failure.code() == FailureCode.DISK_FULL;
    }

    private FailureCode code(Throwable thrown) {
        return database.behind(thrown) == DatabaseCondition.DISK_FULL ? FailureCode.DISK_FULL : FailureCode.DATABASE;
    }

    private Failure database(Throwable thrown) {
        log.error("The database failed", thrown);
        return failure(code(thrown), null, null, rootMessage(thrown));
    }

    /**
     * Whatever is neither a central server's doing nor the database's is this program's, unless a refusal of the database's stands
     * behind it that somebody wrapped.
     */
    private Failure unexpected(Throwable thrown) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(thrown);
        if (root instanceof SQLException) {
            return database(thrown);
        }
        log.error("This program has a fault", thrown);
        return failure(FailureCode.FAULT, null, null, root.getClass().getSimpleName() + ": " + root.getMessage());
    }

    private static String rootMessage(Throwable thrown) {
        return String.valueOf(NestedExceptionUtils.getMostSpecificCause(thrown).getMessage());
    }

    private Failure failure(FailureCode code, CentralServer server, String call, String detail) {
        return new Failure(code, server, call, detail, now());
    }

    /** As exactly as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
