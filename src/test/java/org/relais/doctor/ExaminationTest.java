package org.relais.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** How checks are carried out together, whatever each of them does. */
class ExaminationTest {

    private static final Duration PATIENT = Duration.ofMinutes(1);

    @FunctionalInterface
    private interface Question {
        void ask() throws IOException, InterruptedException;
    }

    private record Asked(CheckName name, List<CheckName> needs, Duration limit, Question question) implements Check {

        @Override
        public Finding examine() throws IOException, InterruptedException {
            question.ask();
            return well("tcp.proxy");
        }
    }

    private static Check check(CheckName name, Question question, CheckName... needs) {
        return new Asked(name, List.of(needs), PATIENT, question);
    }

    private static List<Finding> run(Check... checks) {
        return new Examination(List.of(checks), PATIENT).run(finding -> {});
    }

    @Test
    void whatNeedsNothingIsAskedAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Question meeting = () -> {
            both.countDown();
            both.await();
        };

        assertThat(run(check(CheckName.DISK, meeting), check(CheckName.MEMORY, meeting)))
                .allMatch(Finding.Well.class::isInstance);
    }

    @Test
    void whatNeedsAFailedCheckIsNotTriedAndNamesTheFirstOne() {
        Queue<CheckName> asked = new ConcurrentLinkedQueue<>();
        List<Finding> found = run(
                check(CheckName.NAME, () -> {
                    throw new IOException("cable out");
                }),
                check(CheckName.TCP, () -> asked.add(CheckName.TCP), CheckName.NAME),
                check(CheckName.CLOCK, () -> asked.add(CheckName.CLOCK), CheckName.TCP));

        assertThat(asked).isEmpty();
        assertThat(found.getFirst().words()).isEqualTo(Words.advise("fault", "cable out"));
        assertThat(found.subList(1, 3)).extracting(Finding::words).containsOnly(new Words.NotTried(CheckName.NAME));
    }

    @Test
    void aFaultOfACheckIsAFindingAndNotTheEnd() {
        List<Finding> found = run(
                check(CheckName.DISK, () -> {
                    throw new IllegalStateException("no such thing");
                }),
                check(CheckName.MEMORY, () -> {}));

        assertThat(found).extracting(Finding::state).containsExactly("unknown", "well");
    }

    @Test
    void oneThatNeverEndsIsLateAndInterruptedAndHoldsUpNobody() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Check stuck = new Asked(CheckName.NAME, List.of(), Duration.ofMillis(50), () -> {
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        });

        List<Finding> found = run(stuck, check(CheckName.DISK, () -> {}));

        assertThat(found).extracting(Finding::state).containsExactly("unknown", "well");
        interrupted.await();
    }

    @Test
    void allTogetherHaveALimitToo() {
        Check stuck = check(CheckName.NAME, () -> new CountDownLatch(1).await());

        List<Finding> found = new Examination(List.of(stuck), Duration.ofMillis(50)).run(finding -> {});

        assertThat(found.getFirst().words()).isEqualTo(Words.advise("late", PATIENT));
    }

    @Test
    void eachFindingIsToldWhenItIsThere() {
        Queue<Finding> told = new ConcurrentLinkedQueue<>();
        List<Finding> all = new Examination(
                        List.of(check(CheckName.NAME, () -> {}), check(CheckName.TCP, () -> {}, CheckName.NAME)),
                        PATIENT)
                .run(told::add);

        assertThat(told).containsExactlyElementsOf(all);
    }
}
