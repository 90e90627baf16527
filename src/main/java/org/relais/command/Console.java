package org.relais.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.relais.language.Phrases;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Where a command reads and writes.
 *
 * @param settings as the server has them
 * @param words what was typed behind the command beside settings
 * @param phrases in the language of whoever asks
 * @param out what they see
 * @param problems where they look for what went wrong, which scripts keep apart
 */
record Console(
        ConfigurableEnvironment settings, List<String> words, Phrases phrases, PrintStream out, PrintStream problems) {

    /** The process's own. */
    static Console of(ConfigurableEnvironment settings, List<String> words, Phrases phrases) {
        return new Console(
                settings,
                words,
                phrases,
                stream(FileDescriptor.out, System.out),
                stream(FileDescriptor.err, System.err));
    }

    /**
     * A shell without a locale gets UTF-8 and not question marks: every terminal of today reads it. On Windows the console says by
     * itself what it reads.
     */
    private static PrintStream stream(FileDescriptor descriptor, PrintStream asIs) {
        return System.getProperty("os.name").startsWith("Windows")
                ? asIs
                : new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    void say(String key, Object... parameters) {
        out.println(phrases.text(key, parameters));
    }

    /** Says that it was not done, and why. */
    void complain(String key, Object... parameters) {
        problems.println(phrases.text(key, parameters));
    }
}
