package org.relais.support;

import java.io.IOException;
import java.io.Writer;

/** One file in the support file, which is a ZIP. What it writes goes through {@link Redaction} before it leaves. */
interface Part {

    /** The file's name in there; {@code support.part.<name>} is the key of the words that say what is in it. */
    String file();

    /**
     * Writes the file.
     *
     * @throws RuntimeException when what it tells of cannot be read; the support file says so and goes on
     */
    void write(Writer out) throws IOException;
}
