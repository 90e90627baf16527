package org.relais.coldchain;

import java.util.List;
import org.relais.record.projection.Column;
import org.relais.record.projection.Projection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room asks the record store to keep for it, in the tables of {@code V36__cold_chain.sql}. */
@Configuration(proxyBeanMethods = false)
class ColdChainProjections {

    private static final int TEXT = 255;
    private static final int TYPE = 32;
    private static final int COMMENT = 1000;

    @Bean
    Projection sensorProjection() {
        return new Projection(
                "sensor",
                ColdChainTables.SENSOR,
                List.of(
                        Column.store("store_id"),
                        Column.version("version"),
                        Column.text("name", "name", TEXT),
                        Column.text("serial", "macAddress", TEXT),
                        Column.id("location_id", "locationID"),
                        Column.number("battery", "batteryLevel"),
                        Column.number("log_interval", "logInterval"),
                        Column.flag("active", "is_active")));
    }

    @Bean
    Projection breachProjection() {
        return new Projection(
                "breach",
                ColdChainTables.BREACH,
                List.of(
                        Column.store("store_id"),
                        Column.version("version"),
                        Column.id("sensor_id", "sensor_ID"),
                        Column.id("location_id", "location_ID"),
                        Column.text("type", "type", TYPE),
                        Column.moment("started_at", "om_start_datetime", "start_date", "start_time"),
                        Column.moment("ended_at", "om_end_datetime", "end_date", "end_time"),
                        Column.number("minimum", "threshold_minimum_temperature"),
                        Column.number("maximum", "threshold_maximum_temperature"),
                        Column.number("lasting", "threshold_duration"),
                        Column.flag("acknowledged", "acknowledged"),
                        Column.text("comment", "om_comment", COMMENT)));
    }

    @Bean
    Projection readingProjection() {
        return new Projection(
                "reading",
                ColdChainTables.READING,
                List.of(
                        Column.store("store_id"),
                        Column.id("sensor_id", "sensor_ID"),
                        Column.id("location_id", "location_ID"),
                        Column.id("breach_id", "temperature_breach_ID"),
                        Column.moment("taken_at", "om_datetime", "date", "time"),
                        Column.number("temperature", "temperature")));
    }

    @Bean
    Projection vaccineStoreProjection() {
        return new Projection(
                "vaccine_store",
                "pref",
                List.of(Column.store("store_id"), Column.flag("vaccines", "data.usesVaccineModule")));
    }
}
