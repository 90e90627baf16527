package org.relais.coldchain.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.coldchain.LastReading;
import org.relais.coldchain.Sensor;
import org.relais.coldchain.TrendPoint;
import org.relais.coldchain.WatchedSensor;
import org.relais.components.Glyph;
import org.relais.language.RelativeTime;

/** A sensor, to be read from two metres: where, how warm, how it is, since when; and what to do when something is wrong. */
class SensorCard extends ListItem {

    private static final int LOW_BATTERY = 20;

    private final Anchor where = new Anchor();
    private final Paragraph what = line("sensor-what");
    private final Span sign = Glyph.CHECK.create();
    private final Span state = new Span();
    private final Span since = new Span();
    private final Span degrees = new Span();
    private final RelativeTime age = new RelativeTime();
    private final Svg trend = new Svg();
    private final Paragraph day = line("sensor-day");
    private final Paragraph advice = line("sensor-advice");
    private final Span batterySign = Glyph.BATTERY.create();
    private final Span battery = new Span();
    private final Div power = new Div(batterySign, battery);
    private final Anchor poster;

    SensorCard(String id) {
        addClassName("sensor-card");
        getElement().setAttribute("data-sensor", id).setAttribute("tabindex", "-1");
        where.setHref(SensorView.address(id));
        where.getElement().setAttribute("router-link", true);
        H2 heading = new H2(where);
        heading.addClassName("sensor-where");
        Div head = new Div(heading, what);
        head.addClassName("sensor-head");
        since.addClassName("sensor-since");
        Div how = new Div(sign, new Div(state, since));
        how.addClassName("sensor-state");
        degrees.addClassName("sensor-degrees");
        Div now = new Div(degrees, age);
        now.addClassName("sensor-now");
        Div curve = new Div(trend);
        curve.addClassName("sensor-trend");
        power.addClassName("sensor-battery");
        poster = PosterView.link(id);
        Div foot = new Div(power, poster);
        foot.addClassName("sensor-foot");
        add(head, how, now, advice, curve, day, foot);
    }

    private static Paragraph line(String className) {
        Paragraph line = new Paragraph();
        line.addClassName(className);
        return line;
    }

    /** Leads the person to it, as soon as the frame of a page that has just been opened stands. */
    void lead() {
        getElement().executeJs("""
                customElements.whenDefined('vaadin-app-layout').then(() => requestAnimationFrame(() => {
                  this.scrollIntoView({block: 'start'});
                  this.focus();
                }))""");
    }

    void show(WatchedSensor watched, Instant now, ColdChainWords words) {
        getElement().setAttribute("data-state", watched.state().key());
        where.setText(watched.where());
        what.setText(what(watched, words));
        what.setVisible(!what.getText().isEmpty());
        glyph(watched).show(sign);
        state.setText(words.state(watched));
        since.setText(words.since(watched, now));
        since.setVisible(!since.getText().isEmpty());
        showLast(watched.last(), now, words);
        showDay(watched, now, words);
        advice.setText(advice(watched, words));
        advice.setVisible(!advice.getText().isEmpty());
        showBattery(watched.sensor(), words);
        PosterView.name(poster, watched, words);
    }

    /** What the place is, and the sensor's own name where that is not its heading. */
    private static String what(WatchedSensor watched, ColdChainWords words) {
        if (watched.place() == null) {
            return words.text("cold-chain.nowhere");
        }
        return Stream.of(watched.place().description(), watched.sensor().name())
                .filter(text -> !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** The sign of how a sensor is. */
    static Glyph glyph(WatchedSensor watched) {
        return switch (watched.state()) {
            case BREACH -> Glyph.ALERT;
            case EXCURSION -> Glyph.THERMOMETER;
            case SILENT -> Glyph.NO_SIGNAL;
            case IN_RANGE -> Glyph.CHECK;
            case INACTIVE -> Glyph.PAUSE;
        };
    }

    private void showLast(LastReading last, Instant now, ColdChainWords words) {
        degrees.setText(last == null ? "–" : words.degrees(last.temperature()));
        age.setVisible(last != null);
        if (last != null) {
            age.show(last.takenAt(), now, words.phrases());
        }
    }

    private static String advice(WatchedSensor watched, ColdChainWords words) {
        if (watched.silence() != null) {
            return words.text("cold-chain.silence." + watched.silence().key());
        }
        return switch (watched.state()) {
            case BREACH, EXCURSION -> words.text("cold-chain.advice.outside");
            case INACTIVE -> words.text("cold-chain.advice.inactive");
            case SILENT, IN_RANGE -> "";
        };
    }

    private void showBattery(Sensor sensor, ColdChainWords words) {
        boolean known = sensor.battery() != null && sensor.active();
        boolean low = known && sensor.battery() <= LOW_BATTERY;
        power.setVisible(known);
        battery.setText(
                known ? words.text(low ? "cold-chain.battery.low" : "cold-chain.battery", sensor.battery()) : "");
        power.getElement().setAttribute("data-tone", low ? "warn" : "calm");
    }

    /** The curve, with its extremes and the range of the place in words below it. */
    private void showDay(WatchedSensor watched, Instant now, ColdChainWords words) {
        trend.setSvg(new TrendCurve(watched, now).svg());
        String range = words.range(watched.place());
        day.setText(
                range.isEmpty()
                        ? lastDay(watched.trend(), words)
                        : lastDay(watched.trend(), words) + " · " + words.text("cold-chain.allowed", range));
    }

    private static String lastDay(List<TrendPoint> trend, ColdChainWords words) {
        if (trend.isEmpty()) {
            return words.text("cold-chain.day.none");
        }
        double lowest = trend.stream().mapToDouble(TrendPoint::minimum).min().getAsDouble();
        double highest = trend.stream().mapToDouble(TrendPoint::maximum).max().getAsDouble();
        return words.text("cold-chain.day", words.degrees(lowest), words.degrees(highest));
    }
}
