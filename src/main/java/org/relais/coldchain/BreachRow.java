package org.relais.coldchain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.relais.record.projection.StoredNumber;

/** A breach as the record store keeps it for this room: read here, written nowhere else. */
@Entity
@Immutable
@Table(name = "breach")
class BreachRow {

    @Id
    private String id;

    private String storeId;
    private long version;
    private String sensorId;
    private String locationId;
    private String type;
    private Long startedAt;
    private Long endedAt;
    private Double minimum;
    private Double maximum;
    private Double lasting;
    private boolean acknowledged;
    private String comment;

    /** For the persistence provider. */
    protected BreachRow() {}

    Breach breach() {
        return new Breach(
                id,
                storeId,
                sensorId,
                locationId,
                BreachType.named(type).orElse(BreachType.HOT_CONSECUTIVE),
                startedAt == null ? Instant.EPOCH : Instant.ofEpochSecond(startedAt),
                endedAt == null ? null : Instant.ofEpochSecond(endedAt),
                StoredNumber.decimal(minimum),
                StoredNumber.decimal(maximum),
                lasting == null ? Duration.ZERO : Duration.ofMillis(Math.round(lasting)),
                acknowledged,
                Objects.requireNonNullElse(comment, ""),
                version);
    }
}
