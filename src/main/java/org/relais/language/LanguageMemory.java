package org.relais.language;

import java.util.Locale;
import java.util.Optional;

/** Keeps the language that a person chose with the person, so that it follows to other browsers. */
public interface LanguageMemory {

    /** What the signed-in person chose before; empty where nobody signed in or nothing was chosen. */
    Optional<Locale> recall();

    /** Keeps a choice of the signed-in person; does nothing where nobody signed in. */
    void keep(Locale language);
}
