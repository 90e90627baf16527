package org.relais.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;

class LogFileTest {

    private static final String INFO =
            "2026-03-04T10:00:00.123Z  INFO 42 --- [relais] [           main] org.relais.sync.Synchroniser             : ";
    private static final String WARN = "2026-03-04T10:00:01.123Z  WARN 42 --- [relais] [worker-1] o.r.x.Pulling : ";

    @TempDir
    private Path folder;

    private Path path;
    private LogFile file;

    @BeforeEach
    void place() {
        path = folder.resolve("relais.log");
        file = new LogFile(path);
    }

    @Test
    void entriesAreToldTheNewestFirstWithAllTheirLines() throws Exception {
        write(INFO + "began\n" + WARN + "failed: it\n\tat a.B.c(B.java:1)\nCaused by: x\n" + INFO + "ended\n");

        assertThat(file.last(LogFilter.ALL))
                .containsExactly(
                        new LogLine("2026-03-04T10:00:00.123Z", LogLevel.INFO, "org.relais.sync.Synchroniser", "ended"),
                        new LogLine(
                                "2026-03-04T10:00:01.123Z",
                                LogLevel.WARN,
                                "o.r.x.Pulling",
                                "failed: it\n\tat a.B.c(B.java:1)\nCaused by: x"),
                        new LogLine(
                                "2026-03-04T10:00:00.123Z", LogLevel.INFO, "org.relais.sync.Synchroniser", "began"));
    }

    @Test
    void aFilterLetsThroughWhatMattersAndHoldsAText() throws Exception {
        write(INFO + "one\n" + WARN + "Two\n" + WARN + "three\n");

        assertThat(file.last(new LogFilter(LogLevel.WARN, "")))
                .extracting(LogLine::text)
                .containsExactly("three", "Two");
        assertThat(file.last(new LogFilter(LogLevel.TRACE, "tWO")))
                .extracting(LogLine::text)
                .containsExactly("Two");
        assertThat(file.last(new LogFilter(LogLevel.TRACE, "SYNCHRO")))
                .extracting(LogLine::text)
                .containsExactly("one");
    }

    @Test
    void ofAHugeFileOnlyTheLastEntriesAreHeldEachCut() throws Exception {
        String long1 = INFO + "é".repeat(LogFile.END) + "\n";
        write(long1 + long1);
        for (int i = 0; i < LogFile.MOST + 50; i++) {
            write(INFO + "n" + i + "\n");
        }
        write(WARN + "x".repeat(3 * LogFile.LONGEST) + "\n" + "at y\n".repeat(10_000));

        assertThat(file.last(LogFilter.ALL)).hasSize(LogFile.MOST).allSatisfy(line -> assertThat(line.text())
                .hasSizeLessThanOrEqualTo(LogFile.LONGEST + 1));
        assertThat(file.last(LogFilter.ALL).get(1).text()).isEqualTo("n" + (LogFile.MOST + 49));
    }

    @Test
    void whatCannotBeSeenIsMadeVisibleAndBrokenBytesBreakNothing() throws Exception {
        Files.write(
                path,
                (INFO + "a\u001b[31mb\u0000c\u202Ed<b>\uFEFF\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE);
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xc3, '(', '\n'}, StandardOpenOption.APPEND);

        assertThat(file.last(LogFilter.ALL))
                .extracting(LogLine::text)
                .containsExactly("a\uFFFD[31mb\uFFFDc\uFFFDd<b>\uFFFD\n\uFFFD\uFFFD(");
    }

    @Test
    void theEndOfAFileMayBeginInTheMiddleOfAnEntry() throws Exception {
        write("\tat a.B.c(B.java:1)\n" + INFO + "x\n");

        assertThat(file.last(LogFilter.ALL)).extracting(LogLine::level).containsExactly(LogLevel.INFO, LogLevel.OFF);
        assertThat(file.last(new LogFilter(LogLevel.ERROR, "")))
                .extracting(LogLine::level)
                .containsExactly(LogLevel.OFF);
    }

    @Test
    void withoutAFileThereIsNothing() {
        assertThat(file.last(LogFilter.ALL)).isEmpty();
        assertThat(file.exists()).isFalse();
        assertThat(file.size()).isZero();
    }

    private void write(String text) throws Exception {
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
