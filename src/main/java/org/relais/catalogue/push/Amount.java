package org.relais.catalogue.push;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.relais.catalogue.Problem;
import org.relais.catalogue.ProblemKind;

/** Sums over numbers of a record, exact as far as decimal fractions go. */
final class Amount {

    private static final int DIGITS = 12;
    private static final int MOST_DIGITS = 400;

    private Amount() {}

    static BigDecimal of(PushDraft draft, String key) {
        return optional(draft, key).orElse(BigDecimal.ZERO);
    }

    /** @throws NotSendable when the number has too many digits to count with */
    static Optional<BigDecimal> optional(PushDraft draft, String key) {
        return draft.number(key).map(text -> parse(key, text));
    }

    static BigDecimal parse(String key, String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new NotSendable(new Problem(ProblemKind.WRONG_TYPE, key, "the number has too many digits"));
        }
        return number;
    }

    /** A share with a dozen digits behind the point. */
    static BigDecimal divided(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, DIGITS, RoundingMode.HALF_UP);
    }

    static JsonValue json(BigDecimal amount) {
        return JsonValue.number(
                amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString());
    }
}
