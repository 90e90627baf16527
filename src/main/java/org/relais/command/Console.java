package org.relais.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.relais.language.Phrases;
import org.springframework.core.env.Environment;

/**
 * Where a command reads and writes.
 *
 * @param settings as the server has them
 * @param phrases in the language of whoever asks
 * @param out what they see
 */
record Console(Environment settings, Phrases phrases, PrintStream out) {

    /**
     * The process's own output. A shell without a locale gets UTF-8 and not question marks: every terminal of today reads it. On
     * Windows the console says by itself what it reads.
     */
    static PrintStream output() {
        return System.getProperty("os.name").startsWith("Windows")
                ? System.out
                : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    void say(String key, Object... parameters) {
        out.println(phrases.text(key, parameters));
    }
}
