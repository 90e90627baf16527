package org.relais.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RunControlTest {

    @Test
    void aRunWhoseLockIsLostIsInterrupted() {
        RunControl control = new RunControl(() -> false, () -> false);

        assertThatThrownBy(control::proceed).isInstanceOf(RunStopped.class);

        assertThat(control.end()).isEqualTo(Outcome.INTERRUPTED);
    }

    @Test
    void aRunThatWasCancelledElsewhereIsCancelledEvenIfItsLockIsLostToo() {
        RunControl control = new RunControl(() -> true, () -> false);

        assertThat(control.ended()).isTrue();

        assertThat(control.end()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void aRunThatHoldsItsLockGoesOn() {
        RunControl control = new RunControl(() -> false, () -> true);

        control.proceed();

        assertThat(control.end()).isNull();
    }
}
