package org.relais.language;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads durations as people type them: with the words that a language has for its units, long or short ("2 jours", "1 h 30",
 * "90 s", "1 día"), with their beginnings ("90 seg"), and in every language with the letters of the configuration ("5m"). For
 * languages in which the number stands before its unit.
 */
public final class TypedDuration {

    private static final Map<MeasureUnit, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put(MeasureUnit.WEEK, Duration.ofDays(7));
        UNITS.put(MeasureUnit.DAY, Duration.ofDays(1));
        UNITS.put(MeasureUnit.HOUR, Duration.ofHours(1));
        UNITS.put(MeasureUnit.MINUTE, Duration.ofMinutes(1));
        UNITS.put(MeasureUnit.SECOND, Duration.ofSeconds(1));
    }

    private static final Map<String, Duration> LETTERS = Map.of(
            "d", UNITS.get(MeasureUnit.DAY),
            "h", UNITS.get(MeasureUnit.HOUR),
            "m", UNITS.get(MeasureUnit.MINUTE),
            "min", UNITS.get(MeasureUnit.MINUTE),
            "s", UNITS.get(MeasureUnit.SECOND));

    /** Whole and broken numbers, so that each form that a unit's word takes is seen. */
    private static final List<Number> SAMPLES = List.of(0, 1, 2, 3, 5, 11, 100, 1.5);

    private static final int SHORTEST_BEGINNING = 2;

    private static final String DIGITS = "\\p{Nd}{1,6}(?:[.,]\\p{Nd}{1,2}(?!\\p{Nd}))?";
    private static final Pattern NUMBER = Pattern.compile(DIGITS);
    private static final Pattern PART = Pattern.compile("(" + DIGITS + ")\\s*(\\p{L}*)\\p{Po}?[\\s,]*");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");

    private TypedDuration() {}

    /**
     * The duration that a text says, or empty when it says none. A number without a unit counts in the next smaller one:
     * "1 h 30"; one that stands alone counts in the unit that is usual where it was typed. Every unit stands once, the larger
     * before the smaller.
     *
     * @param text as it was typed, never null
     * @param locale the person's language
     * @param usual the length of the unit of a number that stands alone
     */
    public static Optional<Duration> read(String text, Locale locale, Duration usual) {
        Map<String, Duration> words = words(locale);
        String typed = plain(text);
        if (NUMBER.matcher(typed).matches()) {
            return Optional.of(times(usual, typed));
        }
        Matcher part = PART.matcher(typed);
        Duration sum = Duration.ZERO;
        Duration before = null;
        int end = 0;
        while (end < part.regionEnd()) {
            if (!part.lookingAt()) {
                return Optional.empty();
            }
            Duration unit = part.group(2).isEmpty() ? nextSmaller(before) : unit(part.group(2), words);
            if (unit == null || before != null && unit.compareTo(before) >= 0) {
                return Optional.empty();
            }
            sum = sum.plus(times(unit, part.group(1)));
            before = unit;
            end = part.end();
            part.region(end, part.regionEnd());
        }
        return before == null ? Optional.empty() : Optional.of(sum);
    }

    /** The unit of a word, or of the only one that begins so; null when there is none. */
    private static Duration unit(String word, Map<String, Duration> words) {
        if (words.containsKey(word) || word.length() < SHORTEST_BEGINNING) {
            return words.get(word);
        }
        Set<Duration> meant = words.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(word))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return meant.size() == 1 ? meant.iterator().next() : null;
    }

    private static Duration nextSmaller(Duration unit) {
        return unit == null
                ? null
                : UNITS.values().stream()
                        .filter(smaller -> smaller.compareTo(unit) < 0)
                        .findFirst()
                        .orElse(null);
    }

    private static Duration times(Duration unit, String number) {
        StringBuilder digits = new StringBuilder();
        number.codePoints().forEach(sign -> {
            int digit = Character.digit(sign, 10);
            digits.append(digit < 0 ? "." : String.valueOf(digit));
        });
        BigDecimal millis = new BigDecimal(digits.toString()).multiply(BigDecimal.valueOf(unit.toMillis()));
        return Duration.ofMillis(millis.setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    private static Map<String, Duration> words(Locale locale) {
        Map<String, Duration> words = new HashMap<>(LETTERS);
        for (FormatWidth width : List.of(FormatWidth.NARROW, FormatWidth.SHORT, FormatWidth.WIDE)) {
            MeasureFormat format = MeasureFormat.getInstance(locale, width);
            UNITS.forEach((unit, length) -> SAMPLES.forEach(sample -> words.put(
                    NO_LETTER
                            .matcher(plain(format.formatMeasures(new Measure(sample, unit))))
                            .replaceAll(""),
                    length)));
        }
        words.remove("");
        return words;
    }

    /** Small letters without accents, one kind of space: "1 Dia" is "1 día". */
    private static String plain(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return apart.replaceAll("\\p{M}+", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
