package org.relais.coldchain.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.relais.coldchain.Place;
import org.relais.coldchain.TrendPoint;
import org.relais.coldchain.WatchedSensor;

/**
 * The last 24 hours of a sensor as a small picture: a line, around it between which temperatures it was, and behind it the range of
 * the place. Where nothing was measured there is nothing. Only numbers go into it.
 */
record TrendCurve(WatchedSensor watched, Instant now) {

    private static final int WIDTH = 288;
    private static final int HEIGHT = 72;

    /** So many degrees are shown at least, so that the noise of a good sensor does not look like a storm. */
    private static final double LEAST_SPAN = 4;

    private static final double MARGIN = 0.08;

    /** The picture as SVG; it stands beside words that say the same, and is hidden from screen readers. */
    String svg() {
        return """
                <svg viewBox="0 0 %d %d" preserveAspectRatio="none" aria-hidden="true" focusable="false">%s%s</svg>""".formatted(
                WIDTH, HEIGHT, range(), pieces().stream().map(this::piece).collect(Collectors.joining()));
    }

    private String range() {
        Place place = watched.place();
        if (place == null || place.minimum() == null && place.maximum() == null) {
            return "";
        }
        double top = place.maximum() == null ? 0 : y(place.maximum().doubleValue());
        double bottom = place.minimum() == null ? HEIGHT : y(place.minimum().doubleValue());
        String band = "<rect class=\"trend-range\" x=\"0\" y=\"%s\" width=\"%d\" height=\"%s\"/>"
                .formatted(number(top), WIDTH, number(bottom - top));
        return band
                + Stream.of(place.maximum(), place.minimum())
                        .filter(Objects::nonNull)
                        .map(limit -> "<path class=\"trend-limit\" d=\"M0 %1$sH%2$d\"/>"
                                .formatted(number(y(limit.doubleValue())), WIDTH))
                        .collect(Collectors.joining());
    }

    private String piece(List<TrendPoint> points) {
        List<TrendPoint> back = points.reversed();
        String between = Stream.concat(
                        points.stream().map(point -> at(point, point.maximum())),
                        back.stream().map(point -> at(point, point.minimum())))
                .collect(Collectors.joining("L", "M", "Z"));
        String line = points.stream()
                .map(point -> at(point, (point.minimum() + point.maximum()) / 2))
                .collect(Collectors.joining("L", "M", points.size() == 1 ? "h0.01" : ""));
        return "<path class=\"trend-between\" d=\"%s\"/><path class=\"trend-line\" d=\"%s\"/>".formatted(between, line);
    }

    /** The stretches that follow each other without a gap. */
    private List<List<TrendPoint>> pieces() {
        Duration longest = watched.sensor().patience().compareTo(TrendPoint.STRETCH) > 0
                ? watched.sensor().patience()
                : TrendPoint.STRETCH;
        List<List<TrendPoint>> pieces = new ArrayList<>();
        Instant last = null;
        for (TrendPoint point : watched.trend()) {
            if (last == null || Duration.between(last, point.at()).compareTo(longest) > 0) {
                pieces.add(new ArrayList<>());
            }
            pieces.getLast().add(point);
            last = point.at();
        }
        return pieces;
    }

    private String at(TrendPoint point, double temperature) {
        double part = 1 - (double) Duration.between(point.at(), now).toSeconds() / TrendPoint.TREND.toSeconds();
        double half = TrendPoint.STRETCH.toSeconds() / 2.0 / TrendPoint.TREND.toSeconds();
        return number(Math.clamp(part + half, 0, 1) * WIDTH) + " " + number(y(temperature));
    }

    private double y(double temperature) {
        return (top() - temperature) / (top() - bottom()) * HEIGHT;
    }

    private double top() {
        return middle() + span() * (0.5 + MARGIN);
    }

    private double bottom() {
        return middle() - span() * (0.5 + MARGIN);
    }

    private double middle() {
        return (highest() + lowest()) / 2;
    }

    private double span() {
        return Math.max(LEAST_SPAN, highest() - lowest());
    }

    private double highest() {
        return values().max().orElse(0);
    }

    private double lowest() {
        return values().min().orElse(0);
    }

    private DoubleStream values() {
        Place place = watched.place();
        DoubleStream limits = place == null
                ? DoubleStream.empty()
                : Stream.of(place.minimum(), place.maximum())
                        .filter(Objects::nonNull)
                        .mapToDouble(Number::doubleValue);
        return DoubleStream.concat(
                limits,
                watched.trend().stream().flatMapToDouble(point -> DoubleStream.of(point.minimum(), point.maximum())));
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
