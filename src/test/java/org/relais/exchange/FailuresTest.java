package org.relais.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.run.Failure;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailuresTest {

    private final DatabaseWatch database = mock();
    private final Failures failures = new Failures(database, Clock.systemUTC());

    @Test
    void aFaultOfTheProgramIsNoFailureOfTheDatabase() {
        Failure failure = failures.of(new NullPointerException("the name"));

        assertThat(failure.code()).isEqualTo(FailureCode.FAULT);
        assertThat(failure.detail()).isEqualTo("NullPointerException: the name");
        assertThat(failures.stopsEverything(failure)).isFalse();
    }

    @Test
    void whatTheProgramAskedWronglyIsItsFault() {
        assertThat(failures.of(new InvalidDataAccessApiUsageException(
                                "", new IllegalStateException("within a transaction")))
                        .code())
                .isEqualTo(FailureCode.FAULT);
        assertThat(failures.of(new EmptyResultDataAccessException(1)).code()).isEqualTo(FailureCode.FAULT);
    }

    @Test
    void whatTheDatabaseRefusesIsItsFailureHoweverItIsWrapped() {
        assertThat(failures.of(new QueryTimeoutException("slow")).code()).isEqualTo(FailureCode.DATABASE);
        assertThat(failures.of(new CannotCreateTransactionException("away")).code())
                .isEqualTo(FailureCode.DATABASE);
        Failure wrapped = failures.of(new IllegalStateException(new SQLException("gone")));
        assertThat(wrapped.code()).isEqualTo(FailureCode.DATABASE);
        assertThat(wrapped.detail()).isEqualTo("gone");
        assertThat(failures.stopsEverything(wrapped)).isTrue();
    }

    @Test
    void aFullDiskIsToldAsSuch() {
        when(database.behind(any())).thenReturn(DatabaseCondition.DISK_FULL);

        Failure failure = failures.of(new QueryTimeoutException("The table 'content' is full"));

        assertThat(failure.code()).isEqualTo(FailureCode.DISK_FULL);
        assertThat(failures.stopsEverything(failure)).isTrue();
    }

    @Test
    void aStepSaysItselfWhatFailed() {
        Failure failure = failures.of(
                new StepFailure(FailureCode.NO_PROGRESS, CentralServer.LEGACY, "GET /sync/v5/queued_records", "again"));

        assertThat(failure.code()).isEqualTo(FailureCode.NO_PROGRESS);
        assertThat(failure.server()).isEqualTo(CentralServer.LEGACY);
        assertThat(failure.call()).isEqualTo("GET /sync/v5/queued_records");
        assertThat(failure.detail()).isEqualTo("again");
    }
}
