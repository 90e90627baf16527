package org.relais.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.relais.catalogue.CentralServer;
import org.relais.central.CallObserver;
import org.relais.central.FailureCode;
import org.springframework.stereotype.Component;

/** Measures the calls to the central servers. */
@Component
class CallMeters implements CallObserver {

    static final String CALLS = "relais.central.calls";

    private final MeterRegistry registry;

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void made(CentralServer server, FailureCode failure, Duration took) {
        Timer.builder(CALLS)
                .description("Calls to the central servers, each attempt, with its answer")
                .tag("server", server.key())
                .tag("outcome", failure == null ? "success" : failure.key())
                .register(registry)
                .record(took);
    }
}
