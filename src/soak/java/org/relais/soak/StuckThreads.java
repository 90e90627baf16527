package org.relais.soak;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the threads of this process are doing: the program's own, for whoever has to find out why nothing goes on. */
final class StuckThreads {

    private static final int FRAMES = 25;

    private StuckThreads() {}

    static String told() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> Arrays.stream(each.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("org.relais.")))
                .map(each -> each.getKey().getName() + "\n"
                        + Arrays.stream(each.getValue())
                                .limit(FRAMES)
                                .map(frame -> "    " + frame)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }
}
