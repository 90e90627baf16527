package org.relais.coldchain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.relais.locations.Location;
import org.relais.locations.LocationType;
import org.relais.locations.Locations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The cold chain of a store as it is at this moment. */
@Service
public class ColdChain {

    private static final int TREND_POINTS = (int) TrendPoint.TREND.dividedBy(TrendPoint.STRETCH);

    private final SensorRepository sensors;
    private final BreachRepository breaches;
    private final Readings readings;
    private final Phones phones;
    private final ServerLife serverLife;
    private final Locations locations;
    private final JdbcClient jdbc;
    private final Clock clock;

    ColdChain(
            SensorRepository sensors,
            BreachRepository breaches,
            Readings readings,
            Phones phones,
            ServerLife serverLife,
            Locations locations,
            JdbcClient jdbc,
            Clock clock) {
        this.sensors = sensors;
        this.breaches = breaches;
        this.readings = readings;
        this.phones = phones;
        this.serverLife = serverLife;
        this.locations = locations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether a store has to do with the cold chain: it has a sensor, a phone sent for it, or the network switched on its
     * preference <em>Uses Vaccine Module</em>.
     */
    public boolean isUsed(String storeId) {
        return sensors.existsByStoreId(storeId)
                || phones.sendFor(storeId)
                || jdbc.sql("select count(*) from vaccine_store where store_id = ? and vaccines")
                                .param(storeId)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    /** All sensors of a store, by name. */
    public List<Sensor> sensors(String storeId) {
        return sensors.findByStoreIdOrderByNameAscIdAsc(storeId).stream()
                .map(SensorRow::sensor)
                .toList();
    }

    /** Through which phone a sensor was heard last; empty when no phone told of it here. */
    public Optional<Phones.Contact> contact(String sensorId) {
        return Optional.ofNullable(phones.contacts(List.of(sensorId)).get(sensorId));
    }

    /** All sensors of a store, those in the worst state first, then by name. */
    public List<WatchedSensor> watch(String storeId) {
        return watch(sensors.findByStoreIdOrderByNameAscIdAsc(storeId).stream()
                .map(SensorRow::sensor)
                .toList());
    }

    /** A sensor, or empty when there is none. */
    public Optional<WatchedSensor> find(String sensorId) {
        return sensors.findById(sensorId)
                .map(SensorRow::sensor)
                .map(List::of)
                .map(this::watch)
                .map(List::getFirst);
    }

    /** Everything that pages show of a store at this moment. */
    public StoreWatch look(String storeId) {
        Instant now = clock.instant();
        Breach worst =
                breaches.worstUnacknowledged(storeId).map(BreachRow::breach).orElse(null);
        return new StoreWatch(
                storeId,
                now,
                isUsed(storeId),
                watch(storeId),
                worst == null ? 0 : breaches.countByStoreIdAndAcknowledgedFalse(storeId),
                worst,
                worst == null ? null : readings.extremes(List.of(worst), now).get(worst.id()));
    }

    private List<WatchedSensor> watch(List<Sensor> asked) {
        Instant now = clock.instant();
        List<String> ids = asked.stream().map(Sensor::id).toList();
        Map<String, LastReading> last = readings.last(ids, now);
        Map<String, List<TrendPoint>> trend = readings.trend(ids, now.minus(TrendPoint.TREND), now, TREND_POINTS);
        Map<String, Place> places = places(asked);
        Map<String, Breach> going = goingOn(asked);
        Map<String, Phones.Contact> contacts = phones.contacts(ids);
        return asked.stream()
                .map(sensor -> {
                    Place place = sensor.locationId() == null ? null : places.get(sensor.locationId());
                    Judged judged = judge(sensor, place, last.get(sensor.id()), going.get(sensor.id()), now);
                    return new WatchedSensor(
                            sensor,
                            place,
                            last.get(sensor.id()),
                            judged.state(),
                            judged.since(),
                            isSilent(sensor, last.get(sensor.id()), now)
                                    ? silence(sensor, last.get(sensor.id()), contacts.get(sensor.id()), now)
                                    : null,
                            going.get(sensor.id()),
                            trend.getOrDefault(sensor.id(), List.of()));
                })
                .sorted(Comparator.comparing(WatchedSensor::state))
                .toList();
    }

    private record Judged(SensorState state, Instant since) {}

    private Judged judge(Sensor sensor, Place place, LastReading last, Breach breach, Instant now) {
        if (!sensor.active()) {
            return new Judged(SensorState.INACTIVE, null);
        }
        if (breach != null) {
            return new Judged(SensorState.BREACH, breach.start());
        }
        if (isSilent(sensor, last, now)) {
            return new Judged(SensorState.SILENT, last == null ? null : last.takenAt());
        }
        if (place != null && place.excludes(last.temperature())) {
            return new Judged(
                    SensorState.EXCURSION,
                    readings.outsideSince(sensor.id(), place, now).orElse(last.takenAt()));
        }
        return new Judged(SensorState.IN_RANGE, null);
    }

    private static boolean isSilent(Sensor sensor, LastReading last, Instant now) {
        return sensor.active()
                && (last == null || Duration.between(last.takenAt(), now).compareTo(sensor.patience()) > 0);
    }

    private Silence silence(Sensor sensor, LastReading last, Phones.Contact contact, Instant now) {
        if (contact == null) {
            return Silence.PHONE;
        }
        Instant awaited = last == null ? Instant.EPOCH : last.takenAt().plus(sensor.patience());
        if (contact.phoneSeenAt().isAfter(awaited)) {
            return Silence.SENSOR;
        }
        return serverLife.excuses(awaited, now.minus(sensor.patience())) ? Silence.SERVER : Silence.PHONE;
    }

    private Map<String, Breach> goingOn(List<Sensor> asked) {
        List<String> stores = asked.stream()
                .map(Sensor::storeId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return stores.isEmpty()
                ? Map.of()
                : breaches.findByStoreIdInAndEndedAtIsNullOrderByStartedAtAsc(stores).stream()
                        .map(BreachRow::breach)
                        .filter(breach -> breach.sensorId() != null)
                        .collect(Collectors.toMap(Breach::sensorId, Function.identity(), (first, later) -> first));
    }

    private Map<String, Place> places(List<Sensor> asked) {
        Map<String, Place> places = new HashMap<>();
        asked.stream()
                .map(Sensor::locationId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> locations.find(id).stream())
                .forEach(location -> places.put(location.id(), place(location)));
        return places;
    }

    private static Place place(Location location) {
        LocationType type = location.type();
        return new Place(
                location.id(),
                location.code(),
                location.description(),
                type == null ? null : type.temperatureMin(),
                type == null ? null : type.temperatureMax());
    }
}
