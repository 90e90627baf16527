package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Until when a run may go on, and how it ends. */
class RunControlTest {

    private final AtomicBoolean cancelledElsewhere = new AtomicBoolean();
    private final AtomicBoolean lockHeld = new AtomicBoolean(true);
    private final AtomicInteger questions = new AtomicInteger();
    private final RunControl control = new RunControl(
            () -> {
                questions.incrementAndGet();
                return cancelledElsewhere.get();
            },
            lockHeld::get);

    @Test
    void goesOnWhileNobodyObjects() {
        assertThat(control.ended()).isFalse();
        assertThat(control.end()).isNull();
        assertThatCode(control::proceed).doesNotThrowAnyException();
    }

    @Test
    void endsWithTheNextBatchWhenAPersonCancelsHere() {
        control.cancel();

        assertThatThrownBy(control::proceed).isInstanceOf(RunStopped.class);
        assertThat(control.end()).isEqualTo(Outcome.CANCELLED);
        assertThat(questions).as("there is nothing left to ask").hasValue(0);
    }

    @Test
    void endsCancelledWhenAPersonCancelsInAnotherProcess() {
        cancelledElsewhere.set(true);

        assertThat(control.ended()).isTrue();
        assertThat(control.end()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void endsInterruptedWhenTheLockWasTakenAway() {
        lockHeld.set(false);

        assertThatThrownBy(control::proceed).isInstanceOf(RunStopped.class);
        assertThat(control.end()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void staysCancelledWhenTheProcessStopsAsWell() {
        control.cancel();
        control.interrupt();

        assertThat(control.end()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void staysInterruptedWhenAPersonCancelsTooLate() {
        control.interrupt();
        control.cancel();

        assertThat(control.end()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void asksTheDatabaseNowAndThenOnly() {
        for (int batch = 0; batch < 10_000; batch++) {
            control.proceed();
        }

        assertThat(questions).hasPositiveValue().hasValueLessThan(10_000);
    }
}
