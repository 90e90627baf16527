package org.relais.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The list of the files that were unpacked to a directory, with their sizes: says whether they are all still there. */
final class UnpackedFiles {

    private static final String LIST = "unpacked.txt";

    private final Path directory;
    private final Path list;

    UnpackedFiles(Path directory) {
        this.directory = directory;
        this.list = directory.resolve(LIST);
    }

    /** Whether the directory holds every file of this version, each with its size. */
    boolean areComplete(String version) throws IOException {
        if (!Files.exists(list)) {
            return false;
        }
        List<String> lines = Files.readAllLines(list);
        if (lines.isEmpty() || !lines.getFirst().equals(version)) {
            return false;
        }
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            Path file = directory.resolve(line.substring(space + 1));
            if (!Files.exists(file) || Files.size(file) != Long.parseLong(line.substring(0, space))) {
                return false;
            }
        }
        return true;
    }

    /** Writes down what the directory holds now. */
    void record(String version) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(version);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.equals(list))
                    .sorted()
                    .toList()) {
                lines.add(Files.size(file) + " "
                        + directory.relativize(file).toString().replace('\\', '/'));
            }
        }
        Files.write(list, lines);
    }
}
