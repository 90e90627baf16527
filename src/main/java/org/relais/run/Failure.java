package org.relais.run;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.central.CentralFailure;
import org.relais.central.FailureCode;

/**
 * Why a step or a run failed, as it is kept and shown.
 *
 * @param code what failed; its words stand in the translations
 * @param server the central server concerned, or null when it is none of them
 * @param call the call that failed, as {@code GET /sync/v5/site}, or null
 * @param detail the server's own code and message, or the technical cause; never a secret, never null
 * @param at when
 */
public record Failure(FailureCode code, CentralServer server, String call, String detail, Instant at) {

    /** What befalls those who do not get through to the server. */
    private static final Set<FailureCode> WITHOUT_ANSWER = EnumSet.of(
            FailureCode.CONNECTION,
            FailureCode.TLS,
            FailureCode.TIMEOUT,
            FailureCode.REDIRECTED,
            FailureCode.INVALID_URL,
            FailureCode.UNREADABLE_ANSWER,
            FailureCode.V6_NOT_CONFIGURED);

    /** Whether nothing went wrong: a person or a restart ended what was going on. */
    public boolean stopped() {
        return code == FailureCode.CANCELLED || code == FailureCode.INTERRUPTED;
    }

    /** Whether it says that a server answered, be it with a refusal. */
    boolean toldByServer() {
        return server != null && !WITHOUT_ANSWER.contains(code);
    }

    /** What a call to a central server met, also outside of a run. */
    public static Failure of(CentralFailure failure, Instant at) {
        return new Failure(failure.code(), failure.server(), failure.call(), failure.detail(), at);
    }
}
