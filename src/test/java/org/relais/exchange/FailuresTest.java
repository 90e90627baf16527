package org.relais.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.run.Failure;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailuresTest {

    private final Failures failures = new Failures(Clock.systemUTC());

    @Test
    void aFaultOfTheProgramIsNoFailureOfTheDatabase() {
        Failure failure = failures.of(new NullPointerException("the name"));

        assertThat(failure.code()).isEqualTo(FailureCode.FAULT);
        assertThat(failure.detail()).isEqualTo("NullPointerException: the name");
        assertThat(failures.stopsEverything(failure)).isFalse();
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
    void aStepSaysItselfWhatFailed() {
        Failure failure = failures.of(
                new StepFailure(FailureCode.NO_PROGRESS, CentralServer.LEGACY, "GET /sync/v5/queued_records", "again"));

        assertThat(failure.code()).isEqualTo(FailureCode.NO_PROGRESS);
        assertThat(failure.server()).isEqualTo(CentralServer.LEGACY);
        assertThat(failure.call()).isEqualTo("GET /sync/v5/queued_records");
        assertThat(failure.detail()).isEqualTo("again");
    }
}
