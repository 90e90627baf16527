package org.relais.exchange;

import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;

/** A step cannot go on for a reason that no call threw. */
class StepFailure extends RuntimeException {

    private final FailureCode code;
    private final CentralServer server;
    private final String call;

    StepFailure(FailureCode code, CentralServer server, String call, String detail) {
        super(detail);
        this.code = code;
        this.server = server;
        this.call = call;
    }

    FailureCode code() {
        return code;
    }

    CentralServer server() {
        return server;
    }

    String call() {
        return call;
    }
}
