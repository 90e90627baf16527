package org.relais.help;

import java.net.IDN;
import java.util.regex.Pattern;

/** Judges whether a text can be a mail address that an answer reaches. */
final class MailAddress {

    /** RFC 5321, 4.5.3.1. */
    private static final int LONGEST = 254;

    private static final int LONGEST_LOCAL_PART = 64;

    /** Letters of any script, digits and the marks of RFC 5322's atoms, with single dots between. */
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");

    /** At least two labels: nobody answers to a name without a dot. */
    private static final Pattern HOST = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])", Pattern.CASE_INSENSITIVE);

    private MailAddress() {}

    static boolean isValid(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || text.length() > LONGEST) {
            return false;
        }
        return LOCAL_PART.matcher(text.substring(0, at)).matches() && isHost(text.substring(at + 1));
    }

    private static boolean isHost(String host) {
        try {
            return HOST.matcher(IDN.toASCII(host)).matches();
        } catch (IllegalArgumentException notAName) {
            return false;
        }
    }
}
