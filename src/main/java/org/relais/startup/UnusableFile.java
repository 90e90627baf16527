package org.relais.startup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;

/** Says in one line what is wrong with a file, or with its disk, and what to do about it. */
public final class UnusableFile {

    private UnusableFile() {}

    /**
     * Nothing for what has to do with no file of this machine, such as a broken connection.
     *
     * @param otherwise what is named when the failure names no file: it is somewhere in there
     */
    public static Optional<String> line(IOException failure, String otherwise) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        String place =
                failure instanceof FileSystemException file && file.getFile() != null ? file.getFile() : otherwise;
        if (said.contains("no space left") || said.contains("not enough space") || said.contains("quota exceeded")) {
            return Optional.of(full(place));
        }
        if (said.contains("read-only")) {
            return Optional.of(
                    "The disk of " + place + " is read-only: make it writable (it may be damaged), and start again");
        }
        if (failure instanceof AccessDeniedException || said.contains("permission denied")) {
            return Optional.of("The file " + place + " may not be used by this user: give it to the user "
                    + System.getProperty("user.name") + ", or start as its owner");
        }
        if (failure instanceof FileSystemException || failure instanceof FileNotFoundException) {
            return Optional.of("The file " + place + " cannot be used: " + failure);
        }
        return Optional.empty();
    }

    /** The line for a disk on which nothing can be written any more. */
    public static String full(String place) {
        return "The disk of " + place
                + " is full: free space on it, and start again. Do not delete anything in the data directory";
    }
}
