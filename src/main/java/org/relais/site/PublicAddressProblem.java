package org.relais.site;

import org.relais.vocabulary.Keyed;

/** What can be wrong with an address for phones; its words stand in the translations under {@link #key()}. */
public enum PublicAddressProblem implements Keyed {
    NO_ADDRESS,
    /** Phones accept host names with a dot and IPv4 addresses only, and not those that lead to themselves. */
    NOT_FOR_PHONES;

    /** The key of its words. */
    @Override
    public String key() {
        return "public-url.problem." + Keyed.super.key();
    }
}
