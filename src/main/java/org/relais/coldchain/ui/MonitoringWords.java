package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.relais.coldchain.Breach;
import org.relais.coldchain.BreachType;
import org.relais.coldchain.LoggedReading;
import org.relais.coldchain.Sensor;
import org.relais.language.Phrases;
import org.relais.locations.Location;

/**
 * What is said about temperatures in one language at one moment.
 *
 * @param phrases the language
 * @param now the moment
 */
record MonitoringWords(Phrases phrases, Instant now) {

    String text(String key, Object... parameters) {
        return phrases.text(key, parameters);
    }

    /** A temperature that was measured, with its unit: "5,0 °C", "8,25 °C". */
    String degrees(BigDecimal temperature) {
        return new Temperatures(phrases).withUnit(measured(temperature));
    }

    /** The same without its unit. */
    String measured(Number temperature) {
        return new Temperatures(phrases).measured(temperature);
    }

    /** A temperature that somebody set, with its unit: "8 °C". */
    private String limit(BigDecimal temperature) {
        return new Temperatures(phrases).withUnit(number(temperature));
    }

    /** A number as the language writes it. */
    String number(Number number) {
        return new Temperatures(phrases).exact(number);
    }

    /** A day with its year, short: "31/01/2027". */
    String day(LocalDate day) {
        return phrases.datedDay(day);
    }

    String moment(Instant at) {
        return phrases.moment(at, now);
    }

    /** A location's code and what it is; that there is none where it is null. */
    String place(Location location) {
        if (location == null) {
            return text("monitoring.place.none");
        }
        return location.description().isBlank()
                ? location.code()
                : text("monitoring.place", location.code(), location.description());
    }

    String type(BreachType type) {
        return text("breach.type." + type.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What happened: "above 8 °C". */
    String what(Breach breach) {
        boolean hot = breach.type().hot();
        return breach.bound()
                .map(bound -> text(hot ? "breach.above" : "breach.below", limit(bound)))
                .orElseGet(() -> text(hot ? "breach.hot" : "breach.cold"));
    }

    /** How long it lasted, or lasts already. */
    String duration(Breach breach) {
        Duration length = breach.duration(now);
        return breach.open() ? text("breach.duration.open", phrases.duration(length)) : phrases.duration(length);
    }

    /** How it stands, as a mark. */
    Span state(Breach breach) {
        String key = breach.open() ? "open" : breach.acknowledged() ? "acknowledged" : "waiting";
        Span mark = new Span(text("breach.state." + key));
        mark.addClassNames("mark", "breach-state");
        mark.getElement().setAttribute("data-breach", key);
        return mark;
    }

    String doubt(LoggedReading.Doubt doubt) {
        return text(doubt == LoggedReading.Doubt.FUTURE ? "log.future" : "log.long-ago");
    }

    String battery(Sensor sensor) {
        return sensor.battery() == null
                ? text("sensor.battery.unknown")
                : text("sensor.battery.percent", sensor.battery());
    }
}
