package org.relais.site;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a person typed to connect this site with its network. Texts as they were typed, none is null.
 *
 * @param url the mSupply central server
 * @param name the site's name there
 * @param password the site's password there; empty to keep the one that is known
 */
public record SiteDraft(String url, String name, String password) {

    /** The longest name that the central servers keep. */
    static final int LONGEST_NAME = 250;

    private static final int LONGEST_URL = 1000;
    private static final int LONGEST_PASSWORD = 250;

    /** What is wrong with it. */
    Set<SiteProblem> problems(boolean passwordKnown) {
        Set<SiteProblem> problems = EnumSet.noneOf(SiteProblem.class);
        if (url.isBlank()) {
            problems.add(SiteProblem.URL_MISSING);
        } else if (url.length() > LONGEST_URL || WebAddress.parse(url).isEmpty()) {
            problems.add(SiteProblem.URL_INVALID);
        }
        if (name.isBlank()) {
            problems.add(SiteProblem.NAME_MISSING);
        } else if (!allowedName(name)) {
            problems.add(SiteProblem.NAME_INVALID);
        }
        if (password.isEmpty() && !passwordKnown) {
            problems.add(SiteProblem.PASSWORD_MISSING);
        } else if (password.length() > LONGEST_PASSWORD) {
            problems.add(SiteProblem.PASSWORD_TOO_LONG);
        }
        return problems;
    }

    /** Whether a name can be sent: HTTP Basic parts name and password with a colon. */
    static boolean allowedName(String name) {
        return name.strip().length() <= LONGEST_NAME && !name.contains(":");
    }

    URI address() {
        return WebAddress.parse(url).orElseThrow();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SiteDraft[" + name + " at " + url + "]";
    }
}
