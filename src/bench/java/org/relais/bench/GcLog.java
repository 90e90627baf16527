package org.relais.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM's collector noted, in MiB.
 *
 * @param peak the most that the heap held, which is always seen right before a collection
 * @param peakAfter the most that it held right after one
 * @param committed the largest that the heap was
 * @param pauses how many collections there were
 */
record GcLog(int peak, int peakAfter, int committed, int pauses) {

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\)");

    static GcLog read(Path file) {
        try {
            GcLog all = new GcLog(0, 0, 0, 0);
            for (String line : Files.readAllLines(file)) {
                Matcher pause = PAUSE.matcher(line);
                if (pause.find()) {
                    all = new GcLog(
                            Math.max(all.peak, Integer.parseInt(pause.group(1))),
                            Math.max(all.peakAfter, Integer.parseInt(pause.group(2))),
                            Math.max(all.committed, Integer.parseInt(pause.group(3))),
                            all.pauses + 1);
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
