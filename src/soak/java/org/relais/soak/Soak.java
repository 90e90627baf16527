package org.relais.soak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relais.central.AnswerSoak;
import org.slf4j.LoggerFactory;

/** The command {@code relais soak}. */
public final class Soak {

    private static final double A_SECOND = 1000;

    private Soak() {}

    /** Plays the schedules that the arguments ask for; ends with 1 when one of them went wrong. */
    public static void main(String[] arguments) throws IOException {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        SoakOptions options = SoakOptions.of(arguments);
        System.out.printf("soak --seed=%d --schedules=%d%n", options.seed(), options.schedules());
        int bad = (options.schedules() > 0 ? schedules(options) : 0) + answers(options);
        System.exit(bad == 0 ? 0 : 1);
    }

    private static int schedules(SoakOptions options) {
        Schedules schedules = new Schedules(options.seed());
        List<Integer> numbers = options.numbers();
        List<Integer> bad = new ArrayList<>();
        try (LineSoak line = new LineSoak()) {
            DeadlySoak deadly = new DeadlySoak(line.base());
            for (int number : numbers) {
                Verdict verdict =
                        switch (schedules.day(number)) {
                            case Schedule schedule -> line.play(schedule);
                            case DeadlySchedule schedule -> deadly.play(schedule);
                        };
                tell(verdict);
                if (!verdict.isGood()) {
                    bad.add(number);
                    System.out.printf("  again: ./relais soak --seed=%d --only=%d%n", options.seed(), number);
                }
            }
        }
        System.out.printf("%d schedules, %d bad %s%n", numbers.size(), bad.size(), bad);
        return bad.size();
    }

    private static void tell(Verdict verdict) {
        System.out.printf(
                "schedule %d: %s in %.1f s %s%n",
                verdict.day().number(),
                verdict.isGood() ? "good" : "BAD",
                verdict.took().toMillis() / A_SECOND,
                verdict.outcomes());
        if (!verdict.isGood()) {
            System.out.println(verdict.day().told());
            verdict.wrong().forEach(wrong -> System.out.println("  wrong: " + wrong));
        }
    }

    private static int answers(SoakOptions options) throws IOException {
        int bad = 0;
        try (AnswerSoak soak = new AnswerSoak()) {
            for (int number = 1; number <= options.answers(); number++) {
                Optional<String> wrong = soak.play(options.seed(), number);
                if (wrong.isPresent()) {
                    bad++;
                    System.out.println("  wrong: " + wrong.get());
                }
            }
        }
        System.out.printf("%d answers, %d bad%n", options.answers(), bad);
        return bad;
    }
}
