package org.relais.coldchain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/** One row as a phone sent it (coldchain.md, "Calls"). */
public sealed interface Sent {

    /** The row as it came, as JSON. */
    String text();

    /** One that says enough to make a record of it. */
    sealed interface Usable extends Sent {

        /** The record's id, not empty. */
        String id();
    }

    /**
     * A sensor.
     *
     * @param name null on pairings without one
     * @param serial its address and, behind a bar, its model; null when the phone says none
     * @param battery in percent, also negative or null: the phone computes it from a voltage
     * @param logInterval seconds between readings; null when the phone says none
     * @param active false for a sensor that was removed on the phone
     */
    record Sensor(
            String id, String name, String serial, Integer battery, Integer logInterval, boolean active, String text)
            implements Usable {

        public Sensor {
            Objects.requireNonNull(id, "id");
        }
    }

    /**
     * A breach.
     *
     * @param end null while it goes on
     * @param minimum the lower bound of the breach's range, in degrees Celsius
     * @param maximum its upper bound, in degrees Celsius
     * @param lasting milliseconds outside before it is a breach
     */
    record Breach(
            String id,
            String sensorId,
            BreachType type,
            Instant start,
            Instant end,
            BigDecimal minimum,
            BigDecimal maximum,
            long lasting,
            String text)
            implements Usable {

        public Breach {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(sensorId, "sensorId");
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(start, "start");
        }
    }

    /**
     * A measured temperature.
     *
     * @param temperature in degrees Celsius, with the digits that came
     * @param breachId the breach that it belongs to; null for none
     */
    record Reading(String id, String sensorId, BigDecimal temperature, Instant takenAt, String breachId, String text)
            implements Usable {

        public Reading {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(sensorId, "sensorId");
            Objects.requireNonNull(temperature, "temperature");
            Objects.requireNonNull(takenAt, "takenAt");
        }
    }

    /**
     * One that no record can be made of.
     *
     * @param field the key that it is about; null when it is about the whole row
     * @param detail the value, or what was expected, for the support team; null when there is nothing to add
     */
    record Unusable(Defect defect, String field, String detail, String text) implements Sent {

        public Unusable {
            Objects.requireNonNull(defect, "defect");
        }

        /** The reason in one line of English, for the phone's answer; screens translate the defect. */
        String why() {
            return defect.name() + (field == null ? "" : " " + field) + (detail == null ? "" : ": " + detail);
        }
    }

    /** Why a row can never be stored. */
    enum Defect {
        /** It is no JSON object. */
        NO_OBJECT,
        /** A key is not there, or null, without which it means nothing. */
        MISSING,
        /** A value is of another kind than it has to be. */
        WRONG_VALUE,
        /** A moment that no calendar of the network holds. */
        NO_MOMENT,
        /** The record store refused it. */
        REFUSED
    }
}
