package org.relais.site;

import java.util.Locale;

/** What can be wrong with an address for phones; its words stand in the translations under {@link #key()}. */
public enum PublicAddressProblem {
    NO_ADDRESS,
    /** Phones accept host names with a dot and IPv4 addresses only, and not those that lead to themselves. */
    NOT_FOR_PHONES;

    /** The key of its words. */
    public String key() {
        return "public-url.problem." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
