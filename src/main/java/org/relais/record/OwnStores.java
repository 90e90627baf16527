package org.relais.record;

import java.util.Set;

/** Which stores are this site's. The room that knows the site answers it. */
@FunctionalInterface
public interface OwnStores {

    /** The ids of the stores of this site, those that the network disabled included; empty while the site is not set up. */
    Set<String> ids();
}
