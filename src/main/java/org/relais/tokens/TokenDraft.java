package org.relais.tokens;

import java.util.EnumSet;
import java.util.Set;

/**
 * What an administrator says about a token to be made.
 *
 * @param name what it is for, 1 to 100 characters, unlike any other token's
 * @param level what it may; null while nothing was chosen
 * @param validity how long it is good for; null while nothing was chosen
 */
public record TokenDraft(String name, TokenLevel level, Validity validity) {

    /** The longest name. */
    public static final int NAME_LENGTH = 100;

    /** Blanks at both ends are no part of a name, and nothing that cannot be printed is. */
    public TokenDraft {
        name = name == null ? "" : name.replaceAll("\\p{C}", "").strip();
    }

    Set<TokenProblem> problems() {
        Set<TokenProblem> problems = EnumSet.noneOf(TokenProblem.class);
        if (name.isEmpty()) {
            problems.add(TokenProblem.NAME_MISSING);
        }
        if (name.length() > NAME_LENGTH) {
            problems.add(TokenProblem.NAME_TOO_LONG);
        }
        if (level == null) {
            problems.add(TokenProblem.LEVEL_MISSING);
        }
        if (validity == null) {
            problems.add(TokenProblem.VALIDITY_MISSING);
        }
        return problems;
    }
}
