package org.relais.run;

import java.util.Locale;
import java.util.Optional;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.language.FailureWords;

/**
 * What to do about the failures of a run. It goes by what else is known of the run: where the other central server answered, it is not
 * the internet.
 *
 * @param run the run
 * @param failures the words of failures
 */
public record Advice(Run run, FailureWords failures) {

    /** What to do about one of them, in a language. */
    public String on(Failure failure, Locale language) {
        return on(failure.code(), failure.server(), language);
    }

    /**
     * What to do about one of them, in a language.
     *
     * @param server the central server concerned, or null
     */
    public String on(FailureCode code, CentralServer server, Locale language) {
        Optional<CentralServer> answered =
                Optional.ofNullable(server).map(CentralServer::other).filter(run::answered);
        return failures.hint(code, server, answered.orElse(null), language);
    }
}
