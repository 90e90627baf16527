package org.relais.coldchain.ui;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.relais.coldchain.Breach;
import org.relais.coldchain.Sensor;
import org.relais.coldchain.TrendPoint;
import org.relais.locations.Location;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the browser draws. A stretch in which a sensor was silent is a gap in its line.
 *
 * @param sensors those that measured something
 * @param trend what each measured, in so many columns
 * @param breaches of these sensors
 */
record ChartPicture(
        Scene scene,
        ChartWindow window,
        List<Sensor> sensors,
        Map<String, List<TrendPoint>> trend,
        List<Breach> breaches,
        int columns) {

    /** What phones take for too cold and too warm, where a location's type says nothing. */
    private static final BigDecimal COLDEST = BigDecimal.valueOf(2);

    private static final BigDecimal WARMEST = BigDecimal.valueOf(8);

    String json() {
        MonitoringWords words = scene.words();
        ObjectNode picture = JsonMapper.shared()
                .createObjectNode()
                .put("from", window.from().getEpochSecond())
                .put("to", window.to().getEpochSecond())
                .put("language", scene.phrases().locale().toLanguageTag())
                .put("zone", scene.phrases().zone().getId())
                .put("label", words.text("chart.label"))
                .put("keys", words.text("chart.keys"))
                .put("nothing", words.text("chart.nothing"));
        ArrayNode lines = picture.putArray("sensors");
        sensors.forEach(sensor -> line(sensor, lines.addObject()));
        ArrayNode spans = picture.putArray("breaches");
        for (Breach breach : breaches) {
            spans.addObject()
                    .put("sensor", ids().indexOf(breach.sensorId()))
                    .put("from", breach.start().getEpochSecond())
                    .put("to", (breach.end() == null ? scene.now() : breach.end()).getEpochSecond())
                    .put("hot", breach.type().hot());
        }
        return picture.toString();
    }

    private List<String> ids() {
        return sensors.stream().map(Sensor::id).toList();
    }

    private void line(Sensor sensor, ObjectNode line) {
        Location location =
                sensor.locationId() == null ? null : scene.locations().get(sensor.locationId());
        boolean limited = location != null && location.type() != null;
        line.put("name", sensor.name());
        line.put("minimum", limited ? location.type().temperatureMin() : COLDEST);
        line.put("maximum", limited ? location.type().temperatureMax() : WARMEST);
        ArrayNode times = line.putArray("times");
        ArrayNode lowest = line.putArray("lowest");
        ArrayNode highest = line.putArray("highest");
        Duration silence = silence(sensor);
        Instant before = null;
        for (TrendPoint point : trend.get(sensor.id())) {
            if (before != null && Duration.between(before, point.at()).compareTo(silence) > 0) {
                times.add(before.getEpochSecond() + 1);
                lowest.addNull();
                highest.addNull();
            }
            times.add(point.at().getEpochSecond());
            lowest.add(point.minimum());
            highest.add(point.maximum());
            before = point.at();
        }
    }

    /** A sensor is silent between two columns with a reading each when they are further apart than its patience. */
    private Duration silence(Sensor sensor) {
        return sensor.patience().plus(window.length().dividedBy(columns).multipliedBy(2));
    }
}
