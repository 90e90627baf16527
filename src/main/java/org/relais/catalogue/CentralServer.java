package org.relais.catalogue;

import org.relais.vocabulary.Keyed;

/** One of the two central servers of an mSupply network. */
public enum CentralServer implements Keyed {
    /** The mSupply central server: sync protocol v5. */
    LEGACY,
    /** The Open mSupply central server: sync protocol V6. */
    OPEN;

    /** The other one of the two. */
    public CentralServer other() {
        return this == LEGACY ? OPEN : LEGACY;
    }
}
