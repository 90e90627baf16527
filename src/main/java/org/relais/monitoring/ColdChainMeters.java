package org.relais.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.relais.coldchain.ColdChain;
import org.relais.coldchain.SensorState;
import org.relais.coldchain.StoreWatch;
import org.relais.site.Store;
import org.relais.site.Stores;
import org.springframework.stereotype.Component;

/** Tells how the cold chain of all the site's stores is. Stores are looked at once a minute at most. */
@Component
class ColdChainMeters implements MeterBinder {

    static final String SENSORS = "relais.coldchain.sensors";
    static final String UNACKNOWLEDGED = "relais.coldchain.breaches.unacknowledged";

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Lately<List<StoreWatch>> lately;

    ColdChainMeters(ColdChain coldChain, Stores stores) {
        this.lately = new Lately<>(FRESH, () -> stores.active().stream()
                .map(Store::id)
                .map(coldChain::look)
                .toList());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (SensorState state : SensorState.values()) {
            Gauge.builder(SENSORS, this, meters -> meters.sensors(state))
                    .description("Sensors of the cold chain that are in a state")
                    .tag("state", state.key())
                    .register(registry);
        }
        Gauge.builder(UNACKNOWLEDGED, this, ColdChainMeters::unacknowledged)
                .description("Breaches of the cold chain that nobody answered for")
                .register(registry);
    }

    private double sensors(SensorState state) {
        return lately.value()
                .map(stores -> (double) stores.stream()
                        .flatMap(store -> store.sensors().stream())
                        .filter(sensor -> sensor.state() == state)
                        .count())
                .orElse(Double.NaN);
    }

    private double unacknowledged() {
        return lately.value()
                .map(stores -> (double)
                        stores.stream().mapToInt(StoreWatch::unacknowledged).sum())
                .orElse(Double.NaN);
    }
}
