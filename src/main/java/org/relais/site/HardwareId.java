package org.relais.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.relais.database.DataDirectory;
import org.relais.database.PrivateFile;
import org.relais.startup.StartFailure;
import org.springframework.stereotype.Component;

/**
 * The 32 hex digits by which a central server knows this device: it stores the first that it sees for a site and refuses any
 * other. They are made once and kept in the data directory, so that they outlive an emptied database.
 */
@Component
class HardwareId {

    private static final int BYTES = 16;
    private static final String FORM = "[0-9a-f]{32}";

    private final Path file;

    HardwareId(DataDirectory directory) {
        this.file = directory.file("hardware-id");
    }

    /**
     * This device's id; made on the first call.
     *
     * @throws StartFailure when the file holds something else: another id would be refused, so none is made up
     */
    synchronized String value() {
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, HexFormat.of().formatHex(randomBytes()) + System.lineSeparator());
            }
            String id = Files.readString(file).strip();
            if (!id.matches(FORM)) {
                throw new StartFailure(
                        file + ": is not a hardware id; allowed are 32 digits 0-9, a-f."
                                + " Restore the file, or delete it and have the central server's administrator clear the site's");
            }
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
