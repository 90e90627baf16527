package org.relais.doctor;

import java.util.List;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.FailureCode;

/** What a finding says, before it is said in a language. */
public sealed interface Words {

    /**
     * A sentence of the translations under {@code doctor.<key>}, and what to do under {@code doctor.<key>.do} where there is something.
     *
     * @param facts what is filled in, in order: texts, numbers, durations, moments, {@link Bytes}
     * @param advised whether there is something to do
     */
    record Sentence(String key, boolean advised, List<Object> facts) implements Words {}

    /**
     * A failure of a central server, in the words that a run has for it.
     *
     * @param detail the server's own words or the technical cause
     */
    record Failed(FailureCode code, CentralServer server, String detail) implements Words {

        static Failed of(CentralFailure failure) {
            return new Failed(failure.code(), failure.server(), failure.detail());
        }
    }

    /** It was not tried, because another check failed. */
    record NotTried(CheckName because) implements Words {}

    /** An amount of data. */
    record Bytes(long number) {}

    /** A sentence that calls for nothing. */
    static Words say(String key, Object... facts) {
        return new Sentence(key, false, List.of(facts));
    }

    /** A sentence that comes with what to do about it. */
    static Words advise(String key, Object... facts) {
        return new Sentence(key, true, List.of(facts));
    }
}
