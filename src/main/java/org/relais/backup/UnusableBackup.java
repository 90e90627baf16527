package org.relais.backup;

import java.io.IOException;
import org.relais.vocabulary.Keyed;

/** A file that cannot be read as a backup; says which of the ways it is, as each has another cure. */
final class UnusableBackup extends IOException {

    private static final long serialVersionUID = 1;

    private final Problem problem;

    UnusableBackup(Problem problem) {
        this(problem, null);
    }

    UnusableBackup(Problem problem, Throwable cause) {
        super(problem.words, cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** What can be wrong with a file. */
    enum Problem implements Keyed {
        NOT_A_BACKUP("It is not a backup of Relais. Name a file that Relais has made; its name ends in .relais"),
        NEWER("It was made by a newer version of Relais. Install that version or a later one, and restore with it"),
        PASSPHRASE_NEEDED("It was made with a passphrase: give it with relais.backup.passphrase"),
        WRONG_PASSPHRASE("The passphrase does not open it. Give the one that was set when it was made"),
        TRUNCATED("Its end is missing: it was not copied whole. Copy it again, or take another backup"),
        DAMAGED("It was changed or damaged after it was made. Copy it again, or take another backup");

        private final String words;

        Problem(String words) {
            this.words = words;
        }
    }
}
