package org.relais.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How Java is called for a process of a test's own that has the program in it. */
public final class ProgramJava {

    private static final String TESTS = "test-classes";

    private ProgramJava() {}

    /** The call for the program alone, up to its main class: the tests' own Spring parts are no part of it. */
    public static List<String> alone(String... options) {
        return call(false, options);
    }

    /** The call for a main class among the tests, which has the program too. */
    public static List<String> withTests(String... options) {
        return call(true, options);
    }

    private static List<String> call(boolean withTests, String... options) {
        List<String> call = java(options);
        Optional<LearnedClasses> learned = LearnedClasses.here();
        learned.map(LearnedClasses::options).ifPresent(call::addAll);
        List<String> path = learned.map(LearnedClasses::path).orElseGet(ProgramJava::program);
        if (withTests) {
            // Behind everything else: what was learned holds for a class path that goes on where the learned one ends.
            path.addAll(entries().filter(ProgramJava::isOfTests).toList());
        }
        call.addAll(List.of("-cp", String.join(File.pathSeparator, path)));
        return call;
    }

    /**
     * Java itself, for a short life: what a better compiler costs is never earned back. The code of a start is as large as what
     * the JVM keeps free for the lesser one, and would be searched for what can go.
     */
    static List<String> java(String... options) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:ReservedCodeCacheSize=128m",
                                "-XX:+UseSerialGC",
                                "-Xmx256m"),
                        Arrays.stream(options))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The class path without the tests. */
    static List<String> program() {
        return entries().filter(entry -> !isOfTests(entry)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Stream<String> entries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static boolean isOfTests(String entry) {
        return entry.endsWith(TESTS);
    }
}
