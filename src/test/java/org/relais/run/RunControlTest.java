package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Until when a run may go on, and how it ends. */
class RunControlTest {

    private final AtomicBoolean cancelledElsewhere = new AtomicBoolean();
    private final AtomicBoolean lockHeld = new AtomicBoolean(true);
    private final AtomicInteger questions = new AtomicInteger();
    private final RunControl control = RunControl.of(
            () -> {
                questions.incrementAndGet();
                return cancelledElsewhere.get();
            },
            lockHeld::get);

    @AfterEach
    void close() {
        control.close();
    }

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
    }

    @Test
    void endsCancelledWhenAPersonCancelsInAnotherProcess() {
        cancelledElsewhere.set(true);

        await().until(control::ended);
        assertThat(control.end()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void endsInterruptedWhenTheLockWasTakenAway() {
        lockHeld.set(false);

        await().until(control::ended);
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
    void asksNothingMoreOnceItIsClosed() {
        await().untilAtomic(questions, greaterThan(0));
        control.close();
        int asked = questions.get();

        for (int batch = 0; batch < 10_000; batch++) {
            control.proceed();
        }

        assertThat(questions).hasValue(asked);
    }
}
