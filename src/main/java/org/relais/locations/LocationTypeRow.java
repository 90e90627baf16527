package org.relais.locations;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.relais.record.projection.StoredNumber;

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
                id,
                Objects.requireNonNullElse(description, id),
                StoredNumber.decimal(temperatureMin),
                StoredNumber.decimal(temperatureMax));
    }
}
