package org.relais.startup;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.relais.startup.UnusableFile.Trouble;

/**
 * A file that cannot be used, or whose disk cannot: what is wrong, and what to do about it.
 *
 * @param trouble what is wrong
 * @param place the file, or what it is somewhere in
 * @param said what the operating system said of it
 */
public record UnusableFile(Trouble trouble, String place, String said) {

    /** What can be wrong with a file. */
    public enum Trouble {
        /** Its disk is full. */
        FULL,
        /** Its disk is read-only. */
        READ_ONLY,
        /** This user may not use it. */
        NOT_ALLOWED,
        /** It is not there. */
        MISSING,
        /** Anything else. */
        UNUSABLE
    }

    /**
     * What a failure says of a file; empty for what has to do with no file of this machine, such as a broken connection.
     *
     * @param otherwise what is named when the failure names no file: it is somewhere in there
     */
    public static Optional<UnusableFile> of(IOException failure, String otherwise) {
        String place =
                failure instanceof FileSystemException file && file.getFile() != null ? file.getFile() : otherwise;
        return trouble(failure).map(trouble -> new UnusableFile(trouble, place, failure.toString()));
    }

    private static Optional<Trouble> trouble(IOException failure) {
        String said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("not enough space") || said.contains("quota exceeded")) {
            return Optional.of(Trouble.FULL);
        }
        if (said.contains("read-only")) {
            return Optional.of(Trouble.READ_ONLY);
        }
        if (failure instanceof AccessDeniedException || said.contains("permission denied")) {
            return Optional.of(Trouble.NOT_ALLOWED);
        }
        if (failure instanceof NoSuchFileException) {
            return Optional.of(Trouble.MISSING);
        }
        return failure instanceof FileSystemException || failure instanceof FileNotFoundException
                ? Optional.of(Trouble.UNUSABLE)
                : Optional.empty();
    }

    /** The line that {@link #line()} says of a failure; empty as {@link #of} is. */
    public static Optional<String> line(IOException failure, String otherwise) {
        return of(failure, otherwise).map(UnusableFile::line);
    }

    /** All of it in one line. */
    String line() {
        return switch (trouble) {
            case FULL -> full(place);
            case READ_ONLY ->
                "The disk of " + place + " is read-only: make it writable (it may be damaged), and start again";
            case NOT_ALLOWED ->
                "The file " + place + " may not be used by this user: give it to the user "
                        + System.getProperty("user.name") + ", or start as its owner";
            case MISSING, UNUSABLE -> "The file " + place + " cannot be used: " + said;
        };
    }

    /** The line for a disk on which nothing can be written any more. */
    public static String full(String place) {
        return "The disk of " + place
                + " is full: free space on it, and start again. Do not delete anything in the data directory";
    }
}
