package org.relais.catalogue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Measures how long the check of a record takes: a first synchronisation makes up to a million of them. */
public final class CheckBenchmark {

    private static final int WARM_UP = 40_000;

    private CheckBenchmark() {}

    /**
     * The cost of a check.
     *
     * @param characters of the record
     * @param nanos of the processor
     */
    public record Cost(int characters, long nanos) {}

    /**
     * Measures so many checks of one record, when as many were made already.
     *
     * @throws IllegalStateException when the record is not valid: problems cost more
     */
    public static Cost measure(int checks) {
        RecordType type = RecordTypes.load().byTable("item_line").orElseThrow();
        String json = Vector.ALL.stream()
                .filter(vector -> vector.isPull() && vector.table().equals("item_line"))
                .map(Vector::json)
                .findFirst()
                .orElseThrow();
        String padded =
                json.substring(0, json.length() - 1) + ",\"custom_data\":{\"note\":\"" + "x".repeat(250) + "\"}}";
        check(type, padded, WARM_UP);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        check(type, padded, checks);
        return new Cost(padded.length(), (thread.getCurrentThreadCpuTime() - start) / checks);
    }

    private static void check(RecordType type, String json, int times) {
        for (int i = 0; i < times; i++) {
            if (!type.check(json).isValid()) {
                throw new IllegalStateException(type.check(json).problems().toString());
            }
        }
    }
}
