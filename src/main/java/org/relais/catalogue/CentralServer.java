package org.relais.catalogue;

/** One of the two central servers of an mSupply network. */
public enum CentralServer {
    /** The mSupply central server: sync protocol v5. */
    LEGACY("legacy"),
    /** The Open mSupply central server: sync protocol V6. */
    OPEN("open");

    private final String key;

    CentralServer(String key) {
        this.key = key;
    }

    /** The word for it in the HTTP interface, in translations' keys and in the database. */
    public String key() {
        return key;
    }
}
