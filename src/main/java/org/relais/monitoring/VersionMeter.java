package org.relais.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.relais.vocabulary.ProgramVersion;
import org.springframework.stereotype.Component;

/** Tells which version a site has, as a label, so that a list of sites shows those that were left behind. */
@Component
class VersionMeter implements MeterBinder {

    /** Not {@code info}: the Prometheus client keeps that ending for itself. */
    static final String VERSION = "relais.version";

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(VERSION, () -> 1)
                .description("Always 1; the label is the version of the program")
                .tag("version", ProgramVersion.ofThisProgram().number())
                .register(registry);
    }
}
