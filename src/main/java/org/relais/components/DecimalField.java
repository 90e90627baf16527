package org.relais.components;

import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A field for a number, see {@link TypedNumber}. It is a field of text, as the browsers' own fields of numbers swallow the key
 * that is not their language's: "1,5" became 15.
 */
public class DecimalField extends TextField {

    private static final int LONGEST = 40;

    private char decimalSign = '.';

    /** A field for numbers with parts. */
    public DecimalField() {
        setMaxLength(LONGEST);
        FieldProblem.goesWhenMended(this);
        getElement().setAttribute("inputmode", "decimal");
    }

    /** Writes numbers with the decimal sign of a language from now on. */
    public void speak(Locale language) {
        decimalSign = DecimalFormatSymbols.getInstance(language).getDecimalSeparator();
    }

    /** Shows a number in such a way that it is read back as the same. */
    public void fill(BigDecimal number) {
        HeldText.show(this, spelled(number));
    }

    /** What stands in the field. */
    public TypedNumber read() {
        return TypedNumber.read(getValue());
    }

    /** The whole number that stands in the field; empty where there is another one, or none. */
    public OptionalInt whole() {
        try {
            return read() instanceof TypedNumber.Known number
                    ? OptionalInt.of(number.value().intValueExact())
                    : OptionalInt.empty();
        } catch (ArithmeticException brokenOrTooLarge) {
            return OptionalInt.empty();
        }
    }

    /** Says why the field's text is not taken. */
    public void refuse(String reason) {
        setErrorMessage(reason);
        setInvalid(true);
    }

    /** A number as it is to be typed: without groups, and with a further 0 where it would look like one of thousands. */
    public String spelled(BigDecimal number) {
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        int sign = plain.indexOf('.');
        if (sign < 0) {
            return plain;
        }
        String whole = plain.substring(0, sign).replace("-", "");
        String parts = plain.substring(sign + 1);
        return plain.substring(0, sign) + decimalSign + parts + (TypedNumber.isGroup(whole, parts) ? "0" : "");
    }
}
