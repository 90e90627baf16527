package org.relais.coldchain.ui;

import com.ibm.icu.text.NumberFormat;
import org.relais.language.Phrases;

/**
 * Writes temperatures as a language does, the same on every page and on paper.
 *
 * @param phrases the language
 */
record Temperatures(Phrases phrases) {

    /** A hyphen in front of large figures is easily overlooked. */
    private static final char MINUS = '\u2212';

    /** No sensor measures finer. */
    private static final int DIGITS = 2;

    /** With one decimal always, so that the figures stand below each other: "5,0". */
    String aligned(Number temperature) {
        return format(temperature, 1, 1);
    }

    /** As it was measured, with a decimal at least, so that it reads the same on every page: "5,0", "5,25". */
    String measured(Number temperature) {
        return format(temperature, 1, DIGITS);
    }

    /** As somebody set it: "5", "5,25". */
    String exact(Number temperature) {
        return format(temperature, 0, DIGITS);
    }

    /** A figure of one of these with its unit: "5,3 °C". */
    String withUnit(String figure) {
        return phrases.text("cold-chain.degrees", figure);
    }

    private String format(Number temperature, int fewest, int most) {
        NumberFormat format = NumberFormat.getInstance(phrases.locale());
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        String text = format.format(temperature);
        return isZero(format, text) ? format.format(0) : text.replace('-', MINUS);
    }

    /** A little below zero is not "−0,0". */
    private static boolean isZero(NumberFormat format, String text) {
        return text.equals("-" + format.format(0));
    }
}
