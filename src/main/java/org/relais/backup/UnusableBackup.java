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
        super(problem.key(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    /** What can be wrong with a file; the translations say it under {@code backup.unusable.<key>}. */
    enum Problem implements Keyed {
        NOT_A_BACKUP,
        NEWER,
        PASSPHRASE_NEEDED,
        WRONG_PASSPHRASE,
        TRUNCATED,
        DAMAGED
    }
}
