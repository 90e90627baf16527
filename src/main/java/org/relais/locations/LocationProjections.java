package org.relais.locations;

import java.util.List;
import org.relais.record.projection.Column;
import org.relais.record.projection.Projection;
import org.relais.record.projection.ReferencesTo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room asks the record store to keep for it; the tables are {@link LocationRow}'s and {@link LocationTypeRow}'s. */
@Configuration(proxyBeanMethods = false)
class LocationProjections {

    private static final int CODE = 255;
    private static final int DESCRIPTION = 1000;

    @Bean
    Projection locationProjection() {
        return new Projection(
                "location",
                Locations.TABLE,
                List.of(
                        Column.store("store_id"),
                        Column.version("version"),
                        Column.text("code", "code", CODE),
                        Column.text("description", "Description", DESCRIPTION),
                        Column.id("type_id", "type_ID"),
                        Column.number("volume", "Volume"),
                        Column.flag("on_hold", "hold")));
    }

    @Bean
    Projection locationTypeProjection() {
        return new Projection(
                "location_type",
                "Location_type",
                List.of(
                        Column.text("description", "Description", CODE),
                        Column.number("temperature_min", "Temperature_min"),
                        Column.number("temperature_max", "Temperature_max")));
    }

    @Bean
    ReferencesTo referencesToLocations() {
        return new ReferencesTo(Locations.TABLE);
    }
}
