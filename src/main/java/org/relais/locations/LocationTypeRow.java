package org.relais.locations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Objects;
import org.hibernate.annotations.Immutable;

/** A type of location as the record store keeps it for this room. */
@Entity
@Immutable
@Table(name = "location_type")
class LocationTypeRow {

    @Id
    private String id;

    private String description;
    private Double temperatureMin;
    private Double temperatureMax;

    /** For the persistence provider. */
    protected LocationTypeRow() {}

    LocationType type() {
        return new LocationType(
                id, Objects.requireNonNullElse(description, id), decimal(temperatureMin), decimal(temperatureMax));
    }

    /** The shortest number that is this double: what the record says, up to 15 digits. Null for null. */
    static BigDecimal decimal(Double number) {
        return number == null ? null : new BigDecimal(number.toString()).stripTrailingZeros();
    }
}
