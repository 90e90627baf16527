package org.relais.site;

import java.util.Locale;

/** What can be wrong with what a person typed to connect this site; its words stand in the translations under {@link #key()}. */
public enum SiteProblem {
    URL_MISSING,
    URL_INVALID,
    NAME_MISSING,
    NAME_INVALID,
    PASSWORD_MISSING,
    PASSWORD_TOO_LONG;

    /** The key of its words. */
    public String key() {
        return "site.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
