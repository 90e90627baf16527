package org.relais.catalogue;

import java.util.Optional;

/** Dates and times as the wire spells them. */
public final class WireDates {

    static final String ZERO_DAY = "0000-00-00";
    static final int SECONDS_OF_DAY = 86_400;

    private static final int DAY_LENGTH = 10;
    private static final int DATETIME_LENGTH = 19;

    private WireDates() {}

    /** Whether the text is {@code YYYY-MM-DD} and a day of the calendar. */
    static boolean isDay(String text) {
        return text.length() == DAY_LENGTH && startsWithDay(text);
    }

    /**
     * Whether the text is a day of the calendar, alone or with a time of day behind a T or a space (whole seconds).
     */
    public static boolean isDayOrMore(String text) {
        return startsWithDay(text)
                && (text.length() == DAY_LENGTH
                        || text.length() == DATETIME_LENGTH
                                && (text.charAt(DAY_LENGTH) == 'T' || text.charAt(DAY_LENGTH) == ' ')
                                && isTime(text, DAY_LENGTH + 1));
    }

    /** Whether the text is {@code 0000-00-00}, alone or with a time of day: how the mSupply central server writes none. */
    static boolean isZeroDay(String text) {
        return text.startsWith(ZERO_DAY)
                && (text.length() == DAY_LENGTH
                        || text.length() == DATETIME_LENGTH
                                && (text.charAt(DAY_LENGTH) == 'T' || text.charAt(DAY_LENGTH) == ' ')
                                && isTime(text, DAY_LENGTH + 1));
    }

    /** Whether the text is {@code YYYY-MM-DDTHH:MM:SS}, with or without a fraction of a second. */
    public static boolean isDatetime(String text) {
        if (text.length() < DATETIME_LENGTH
                || !startsWithDay(text)
                || text.charAt(DAY_LENGTH) != 'T'
                || !isTime(text, DAY_LENGTH + 1)) {
            return false;
        }
        return text.length() == DATETIME_LENGTH || isFraction(text, DATETIME_LENGTH);
    }

    /** The day of a text that {@link #isDayOrMore} or {@link #isDatetime}. */
    public static String day(String text) {
        return text.substring(0, DAY_LENGTH);
    }

    /** The time of day, without fraction, of a text that {@link #isDatetime}. */
    public static String time(String datetime) {
        return datetime.substring(DAY_LENGTH + 1, DATETIME_LENGTH);
    }

    /** Seconds since midnight as {@code HH:MM:SS}; empty when they are out of range. */
    public static Optional<String> timeOf(String seconds) {
        int value;
        try {
            value = Integer.parseInt(seconds);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (value < 0 || value >= SECONDS_OF_DAY) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(8);
        twoDigits(out, value / 3600).append(':');
        twoDigits(out, value / 60 % 60).append(':');
        return Optional.of(twoDigits(out, value % 60).toString());
    }

    /** Whether the text is {@code HH:MM:SS}, with or without a fraction of a second. */
    public static boolean isTimeOfDay(String text) {
        return text.length() >= 8 && isTime(text, 0) && (text.length() == 8 || isFraction(text, 8));
    }

    private static StringBuilder twoDigits(StringBuilder out, int value) {
        return out.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    private static boolean startsWithDay(String text) {
        if (text.length() < DAY_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return false;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        return year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
    }

    private static int daysOf(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isTime(String text, int from) {
        return text.length() >= from + 8
                && text.charAt(from + 2) == ':'
                && text.charAt(from + 5) == ':'
                && within(number(text, from, 2), 23)
                && within(number(text, from + 3, 2), 59)
                && within(number(text, from + 6, 2), 59);
    }

    private static boolean within(int value, int most) {
        return value >= 0 && value <= most;
    }

    private static boolean isFraction(String text, int from) {
        return text.charAt(from) == '.'
                && text.length() > from + 1
                && text.length() <= from + 10
                && number(text, from + 1, text.length() - from - 1) >= 0;
    }

    /** The number that some digits make, -1 when one of them is none. Up to nine digits. */
    private static int number(String text, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
