package org.relais.catalogue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Measures how long a check takes: a first synchronisation makes up to a million of them. Run it by hand. */
final class CheckBenchmark {

    private static final int WARM_UP = 40_000;
    private static final int ROUNDS = 40_000;

    private CheckBenchmark() {}

    public static void main(String[] arguments) {
        RecordType type = RecordTypes.load().byTable("item_line").orElseThrow();
        String json = Vector.ALL.stream()
                .filter(vector -> vector.isPull() && vector.table().equals("item_line"))
                .map(Vector::json)
                .findFirst()
                .orElseThrow();
        String padded =
                json.substring(0, json.length() - 1) + ",\"custom_data\":{\"note\":\"" + "x".repeat(250) + "\"}}";

        int valid = rounds(type, padded, WARM_UP);
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        valid += rounds(type, padded, ROUNDS);
        long nanos = (thread.getCurrentThreadCpuTime() - start) / ROUNDS;

        System.out.printf(
                "check of a record of %,d characters: %,d ns of the processor, %,d of %,d valid%n",
                padded.length(), nanos, valid, WARM_UP + ROUNDS);
    }

    private static int rounds(RecordType type, String json, int rounds) {
        int valid = 0;
        for (int i = 0; i < rounds; i++) {
            valid += type.check(json).isValid() ? 1 : 0;
        }
        return valid;
    }
}
