package org.relais.support;

import java.io.IOException;
import java.io.Writer;

/** One file of the support bundle. What it writes goes through {@link Redaction} before it leaves. */
interface Part {

    /** The file's name in the bundle; {@code support.part.<name>} is the key of the words that say what is in it. */
    String file();

    /**
     * Writes the file.
     *
     * @throws RuntimeException when what it tells of cannot be read; the bundle says so and goes on
     */
    void write(Writer out) throws IOException;
}
