package org.relais.components;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as somebody typed it. Keyboards have a point or a comma, whatever the language of the page: both are the decimal sign.
 * Whether one of them, or a blank, was meant to group thousands is never guessed, as a guess is wrong by a factor of a thousand.
 */
public sealed interface TypedNumber {

    /** The digits of a group of thousands. */
    int GROUP = 3;

    /** Blanks of every kind at the ends. */
    Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** At most one sign, which has digits behind it. */
    Pattern PLAIN = Pattern.compile("(-?)([0-9]*)(?:[.,]([0-9]+))?(?<=[0-9])");

    /** What a group of thousands can stand behind. */
    Pattern LEADING_GROUP = Pattern.compile("[1-9][0-9]{0,2}");

    /** Groups of thousands, and perhaps a decimal sign behind them. */
    Pattern GROUPED = Pattern.compile("(-?[0-9]{1,3}(?:[\\s\\p{Z}.,'’][0-9]{3})+)(?:[.,]([0-9]+))?");

    /** A number, which can be nothing else. */
    record Known(BigDecimal value) implements TypedNumber {}

    /** Nothing was typed. */
    record Nothing() implements TypedNumber {}

    /**
     * What cannot be taken for a number.
     *
     * @param meant what may have been meant, at most two: first without groups, then with a decimal sign; empty when it is no number
     */
    record Refused(List<BigDecimal> meant) implements TypedNumber {

        public Refused {
            meant = List.copyOf(meant);
        }
    }

    /** Reads a text; null counts as empty. */
    static TypedNumber read(String text) {
        String typed =
                text == null ? "" : BLANK_ENDS.matcher(text).replaceAll("").replace('−', '-');
        if (typed.isEmpty()) {
            return new Nothing();
        }
        Matcher plain = PLAIN.matcher(typed);
        if (plain.matches()) {
            String sign = plain.group(1);
            String whole = plain.group(2);
            String parts = plain.group(3);
            return parts == null
                    ? new Known(new BigDecimal(sign + whole))
                    : broken(
                            new BigDecimal(sign + whole + parts),
                            new BigDecimal(sign + "0" + whole + "." + parts),
                            isGroup(whole, parts));
        }
        return new Refused(grouped(typed).stream().toList());
    }

    /** Whether a number with these digits around its decimal sign looks as one of thousands does. */
    static boolean isGroup(String whole, String parts) {
        return parts.length() == GROUP && LEADING_GROUP.matcher(whole).matches();
    }

    private static TypedNumber broken(BigDecimal whole, BigDecimal broken, boolean ambiguous) {
        return ambiguous ? new Refused(List.of(whole, broken)) : new Known(broken);
    }

    private static Optional<BigDecimal> grouped(String typed) {
        Matcher groups = GROUPED.matcher(typed);
        if (!groups.matches()) {
            return Optional.empty();
        }
        String whole = groups.group(1).replaceAll("[^0-9-]", "");
        return Optional.of(new BigDecimal(groups.group(2) == null ? whole : whole + "." + groups.group(2)));
    }
}
