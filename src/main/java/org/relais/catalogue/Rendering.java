package org.relais.catalogue;

import java.util.Objects;

/** What becomes of a changed record when it is its turn to be sent to a central server. */
public sealed interface Rendering {

    /**
     * It is sent.
     *
     * @param json the object for the wire, compact
     */
    record Send(String json) implements Rendering {

        public Send {
            Objects.requireNonNull(json, "json");
        }
    }

    /**
     * It stays here: that server does not get this record, and that is as it should be.
     *
     * @param reason why, for a log
     */
    record Keep(String reason) implements Rendering {

        public Keep {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * It cannot be sent: the server would accept it without a word and drop it later.
     *
     * @param problem what is wrong with it
     */
    record Broken(Problem problem) implements Rendering {

        public Broken {
            Objects.requireNonNull(problem, "problem");
        }
    }
}
