package org.relais.soak;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What was thrown, in full. */
final class Told {

    private Told() {}

    static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
