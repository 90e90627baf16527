package org.relais.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relais.database.PrivateFile;

/** Whether the data directory can be written to. */
record RightsCheck(Installation installation) implements Check {

    @Override
    public CheckName name() {
        return CheckName.RIGHTS;
    }

    @Override
    public Finding examine() throws IOException {
        Path directory = installation.directory();
        if (directory == null) {
            return unknown("directory.missing");
        }
        String owner = Files.getOwner(directory).getName();
        if (!installation.writes() && !owner.equals(System.getProperty("user.name"))) {
            return unknown("rights.another", owner, System.getProperty("user.name"));
        }
        return judge(directory, refusal(directory));
    }

    /** Writes a file and takes it away again; why that did not work, or null. */
    private static String refusal(Path directory) {
        try {
            Path draft = PrivateFile.draft(directory, ".doctor", "");
            try {
                Files.writeString(draft, "doctor");
            } finally {
                Files.deleteIfExists(draft);
            }
            return null;
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** @param refusal null when a file could be written */
    Finding judge(Path directory, String refusal) {
        return refusal == null
                ? well("rights.fine", directory.toString())
                : broken("rights.refused", directory.toString(), refusal);
    }
}
