package org.relais.people;

import java.time.Duration;

/**
 * How long somebody who signs in waits for the central server at most. Its answer is awaited in the background beyond that, and
 * holds from then on.
 *
 * @param kept whoever what is kept lets in
 * @param page somebody at a page whom only the central server can let in
 * @param program a program, such as a phone, whom only the central server can let in; phones give up after 20 s
 */
record SignInPatience(Duration kept, Duration page, Duration program) {

    static final SignInPatience USUAL =
            new SignInPatience(Duration.ofSeconds(1), Duration.ofSeconds(25), Duration.ofSeconds(15));

    /** How long whom only the central server can let in waits, by where the request came from. */
    Duration ofStranger(Object details) {
        return details instanceof ProgramDetails ? program : page;
    }
}
