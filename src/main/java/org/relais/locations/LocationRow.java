package org.relais.locations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.relais.record.projection.StoredNumber;

/** A location as the record store keeps it for this room: read here, written nowhere else. */
@Entity
@Immutable
@Table(name = "location")
class LocationRow {

    @Id
    private String id;

    private String storeId;
    private long version;
    private String code;
    private String description;

    @Column(name = "type_id")
    private String typeId;

    /** Locations are stored before their type has arrived, and after it has gone. */
    @ManyToOne
    @NotFound(action = NotFoundAction.IGNORE)
    @JoinColumn(name = "type_id", insertable = false, updatable = false)
    private LocationTypeRow type;

    private Double volume;
    private boolean onHold;

    /** For the persistence provider. */
    protected LocationRow() {}

    String id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return Objects.requireNonNullElse(code, "");
    }

    /** @param waiting whether a change of it has still to be sent */
    Location location(boolean waiting) {
        return new Location(
                id,
                storeId,
                code(),
                Objects.requireNonNullElse(description, ""),
                type == null ? null : type.type(),
                typeId,
                volume == null ? BigDecimal.ZERO : StoredNumber.decimal(volume),
                onHold,
                waiting,
                version);
    }
}
