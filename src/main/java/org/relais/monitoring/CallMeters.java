package org.relais.monitoring;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.time.Duration;
import org.relais.catalogue.CentralServer;
import org.relais.central.CallObserver;
import org.relais.central.FailureCode;
import org.relais.central.Traffic;
import org.springframework.stereotype.Component;

/** Measures the calls to the central servers. */
@Component
class CallMeters implements CallObserver {

    static final String CALLS = "relais.central.calls";
    static final String BYTES = "relais.central.bytes";

    private final MeterRegistry registry;

    CallMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void made(CentralServer server, FailureCode failure, Duration took, Traffic traffic) {
        Timer.builder(CALLS)
                .description("Calls to the central servers, each attempt, with its answer")
                .tag("server", server.key())
                .tag("outcome", failure == null ? "success" : failure.key())
                .register(registry)
                .record(took);
        count(server, "received", traffic.received());
        count(server, "sent", traffic.sent());
    }

    private void count(CentralServer server, String direction, long bytes) {
        Counter.builder(BYTES)
                .description("What crossed the line to and from the central servers, compressed as it was")
                .baseUnit(BaseUnits.BYTES)
                .tag("server", server.key())
                .tag("direction", direction)
                .register(registry)
                .increment(bytes);
    }
}
