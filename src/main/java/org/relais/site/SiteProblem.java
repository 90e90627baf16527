package org.relais.site;

import org.relais.vocabulary.Keyed;

/** What can be wrong with what a person typed to connect this site; its words stand in the translations under {@link #key()}. */
public enum SiteProblem implements Keyed {
    URL_MISSING,
    URL_INVALID,
    NAME_MISSING,
    NAME_INVALID,
    PASSWORD_MISSING,
    PASSWORD_TOO_LONG;

    /** The key of its words. */
    @Override
    public String key() {
        return "site.problem." + Keyed.super.key();
    }
}
