package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    Path folder;

    @Test
    void isItsOwnersOnlyAndLeavesNoDraft() throws Exception {
        PrivateFile.write(folder.resolve("key"), "first");
        PrivateFile.write(folder.resolve("key"), "é");

        assertThat(folder.resolve("key")).hasContent("é");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining("glob:**key");
        assertThat(names()).containsExactly("key");
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldFileAndNoDraft() throws Exception {
        Files.createDirectories(folder.resolve("key/within"));

        assertThatThrownBy(() -> PrivateFile.write(folder.resolve("key"), "new"))
                .isInstanceOf(IOException.class);

        assertThat(folder.resolve("key/within")).isDirectory();
        assertThat(names()).containsExactly("key");
    }

    /** A power cut cannot be made here; what the operating system is asked for, and in which order, can be seen. */
    @Test
    void theContentIsOnTheDiskBeforeItHasItsNameAndTheNameBeforeAnybodyCountsOnIt() throws Exception {
        Path trace = folder.resolve("trace");
        Path strace = Path.of("/usr/bin/strace");
        Assumptions.assumeTrue(Files.isExecutable(strace), "strace is not installed");
        int exit = new ProcessBuilder(
                        strace.toString(),
                        "-f",
                        "-qq",
                        "-y",
                        "-e",
                        "trace=fsync,fdatasync,rename,renameat,renameat2",
                        "-o",
                        trace.toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritesAPrivateFile.class.getName(),
                        folder.resolve("key").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start()
                .waitFor();
        Assumptions.assumeTrue(exit == 0, "processes may not be traced here");

        List<String> calls = Files.readAllLines(trace).stream()
                .filter(call -> call.contains(folder.toString()))
                .toList();
        assertThat(calls).hasSize(3);
        assertThat(calls.get(0)).contains("sync(").contains(folder + "/.draft");
        assertThat(calls.get(1)).contains("rename").contains(folder + "/key");
        assertThat(calls.get(2)).contains("sync(").contains("<" + folder + ">");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
