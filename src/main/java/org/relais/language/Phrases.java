package org.relais.language;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormat.HourCycle;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers, moments and durations as one language says them. Cheap to make: make one where it is needed.
 *
 * @param translations where the words around them stand
 * @param locale the language
 * @param zone the zone of the person who reads
 */
public record Phrases(I18NProvider translations, Locale locale, ZoneId zone) {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final char UNBREAKABLE_SPACE = '\u00a0';
    private static final Pattern FIRST_OF_MONTH = Pattern.compile("^1 (?=\\p{L})");

    /**
     * The same in the zone of this server's machine, which stands where the site does: what is signed, sent on or put beside other
     * files is dated by it, whoever reads it and wherever they sit.
     */
    public Phrases atSite() {
        return new Phrases(translations, locale, ZoneId.systemDefault());
    }

    /** A text of the bundles in this language. */
    public String text(String key, Object... parameters) {
        return translations.getTranslation(key, locale, parameters);
    }

    /** A whole number with the language's grouping: "12 345". */
    public String number(long number) {
        return NumberFormat.getInstance(locale).format(number);
    }

    /** A number with all its decimals and without grouping: "4,5". */
    public String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setGroupingUsed(false);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    /**
     * An amount of data as people say it, rounded to what matters: "12 KB", "1,4 Mo".
     *
     * @param bytes not negative
     */
    public String bytes(long bytes) {
        List<MeasureUnit> units =
                List.of(MeasureUnit.BYTE, MeasureUnit.KILOBYTE, MeasureUnit.MEGABYTE, MeasureUnit.GIGABYTE);
        double amount = bytes;
        int unit = 0;
        while (amount >= 1_000 && unit < units.size() - 1) {
            amount /= 1_000;
            unit++;
        }
        return whole(NumberFormatter.withLocale(locale)
                .unit(units.get(unit))
                // In short, bytes have no plural.
                .unitWidth(unit == 0 ? NumberFormatter.UnitWidth.FULL_NAME : NumberFormatter.UnitWidth.SHORT)
                .precision(unit == 0 || amount >= 10 ? Precision.integer() : Precision.maxFraction(1))
                .format(amount)
                .toString());
    }

    /** A line does not end between a number and its unit. */
    private static String whole(String quantity) {
        return quantity.replace(' ', UNBREAKABLE_SPACE);
    }

    /** Several things in a row: "2 en échec, 1 incomplète et 1 annulée". */
    public String list(List<String> things) {
        return ListFormatter.getInstance(locale).format(things);
    }

    /** A duration in at most two units: "2 min 5 s", "1 h 5 min"; below a minute in seconds, below ten with one decimal. */
    public String duration(Duration duration) {
        Duration length = duration.isNegative() ? Duration.ZERO : duration;
        List<Measure> parts = new ArrayList<>();
        if (length.toDays() > 0) {
            parts.add(new Measure(length.toDays(), MeasureUnit.DAY));
            parts.add(new Measure(length.toHoursPart(), MeasureUnit.HOUR));
        } else if (length.toHours() > 0) {
            parts.add(new Measure(length.toHours(), MeasureUnit.HOUR));
            parts.add(new Measure(length.toMinutesPart(), MeasureUnit.MINUTE));
        } else if (length.toMinutes() > 0) {
            parts.add(new Measure(length.toMinutes(), MeasureUnit.MINUTE));
            parts.add(new Measure(length.toSecondsPart(), MeasureUnit.SECOND));
        } else {
            parts.add(new Measure(seconds(length), MeasureUnit.SECOND));
        }
        MeasureFormat format = MeasureFormat.getInstance(locale, FormatWidth.SHORT);
        return whole(parts.stream()
                .filter(part -> parts.size() == 1 || part.getNumber().longValue() > 0)
                .map(format::formatMeasures)
                .collect(Collectors.joining(" ")));
    }

    /**
     * A duration whole, in as many units as it has, as people say it: "5 minutes", "1 heure 30 minutes", "2 días". What a field
     * shows in this way {@link TypedDuration} reads back as the same.
     *
     * @param duration not negative; parts of a second are left out
     */
    public String wholeDuration(Duration duration) {
        List<Measure> parts = List.of(
                new Measure(duration.toDays(), MeasureUnit.DAY),
                new Measure(duration.toHoursPart(), MeasureUnit.HOUR),
                new Measure(duration.toMinutesPart(), MeasureUnit.MINUTE),
                new Measure(duration.toSecondsPart(), MeasureUnit.SECOND));
        NumberFormat digits = NumberFormat.getInstance(locale);
        digits.setGroupingUsed(false); // "1,000 days" would be read as one day
        MeasureFormat format = MeasureFormat.getInstance(locale, FormatWidth.WIDE, digits);
        String words = parts.stream()
                .filter(part -> part.getNumber().longValue() > 0)
                .map(format::formatMeasures)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? format.formatMeasures(parts.getLast()) : words;
    }

    private static double seconds(Duration length) {
        double seconds = length.toMillis() / 1000.0;
        return seconds < 10 ? Math.round(seconds * 10) / 10.0 : Math.floor(seconds);
    }

    /** How far a moment is from now: "il y a 2 minutes", "dans 3 heures", "à l’instant" within a minute. */
    public String relative(Instant moment, Instant now) {
        Duration age = Duration.between(moment, now);
        if (age.abs().compareTo(SOON) < 0) {
            return text(age.isNegative() ? "time.any-moment" : "time.just-now");
        }
        long minutes = age.abs().toMinutes();
        RelativeDateTimeUnit unit = RelativeDateTimeUnit.MINUTE;
        long amount = minutes;
        if (minutes >= Duration.ofDays(1).toMinutes()) {
            unit = RelativeDateTimeUnit.DAY;
            amount = age.abs().toDays();
        } else if (minutes >= 60) {
            unit = RelativeDateTimeUnit.HOUR;
            amount = age.abs().toHours();
        }
        return RelativeDateTimeFormatter.getInstance(locale)
                .formatNumeric(age.isNegative() ? amount : -(double) amount, unit);
    }

    /** The same for a moment that is close: below a minute to the second, "dans 42 secondes". */
    public String relativeToTheSecond(Instant moment, Instant now) {
        Duration age = Duration.between(moment, now);
        long seconds = age.toSeconds();
        return seconds == 0 || Math.abs(seconds) >= SOON.toSeconds()
                ? relative(moment, now)
                : RelativeDateTimeFormatter.getInstance(locale)
                        .formatNumeric(-(double) seconds, RelativeDateTimeUnit.SECOND);
    }

    /** A moment as people say it: "aujourd’hui à 14:54", "hier à 9:12", "3 mars à 14:54", with the year when it is not this one. */
    public String moment(Instant moment, Instant now) {
        ZonedDateTime local = moment.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = local.toLocalDate();
        if (day.equals(today)) {
            return text("time.today", time(moment), shownHour(moment));
        }
        if (day.equals(today.minusDays(1))) {
            return text("time.yesterday", time(moment), shownHour(moment));
        }
        if (day.equals(today.plusDays(1))) {
            return text("time.tomorrow", time(moment), shownHour(moment));
        }
        return format(moment, day.getYear() == today.getYear() ? "MMMMdjmm" : "yMMMMdjmm");
    }

    /** A moment with its date, short: "29 nov. 2026, 14:54". */
    public String dated(Instant moment) {
        return format(moment, "yMMMdjmm");
    }

    /** The hour as the time of day shows it: 13 or, where the region counts to twelve, 1. Words around it depend on it. */
    private int shownHour(Instant moment) {
        int hour = moment.atZone(zone).getHour();
        boolean toTwelve =
                DateTimePatternGenerator.getInstance(locale).getDefaultHourCycle() == HourCycle.HOUR_CYCLE_12;
        return toTwelve ? (hour + 11) % 12 + 1 : hour;
    }

    /** The time of day: "14:54". */
    public String time(Instant moment) {
        return format(moment, "jmm");
    }

    /** A day without its year: "14 mars". */
    public String day(LocalDate day) {
        return format(day.atTime(LocalTime.NOON).atZone(zone).toInstant(), "MMMd");
    }

    /** A day in full words, without its year: "14 novembre". */
    public String wholeDay(LocalDate day) {
        return format(day.atTime(LocalTime.NOON).atZone(zone).toInstant(), "MMMMd");
    }

    /** A day with its year, short: "31/01/2027", "1er nov. 2026". */
    public String datedDay(LocalDate day) {
        return withFirst(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day));
    }

    private String format(Instant moment, String skeleton) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return withFirst(format.format(Date.from(moment)));
    }

    /** The first day of a month has a name of its own in French, which CLDR's patterns do not know: "1er novembre". */
    private String withFirst(String date) {
        return locale.getLanguage().equals("fr") ? FIRST_OF_MONTH.matcher(date).replaceFirst("1er ") : date;
    }
}
