package org.relais.catalogue;

/** A way on which records come in from a central server. */
public enum Channel {
    /** The mSupply central server's change log: {@code GET /sync/v5/central_records}. */
    CENTRAL_RECORDS(CentralServer.LEGACY),
    /** The queue that the mSupply central server keeps for this site: {@code GET /sync/v5/queued_records}. */
    QUEUED_RECORDS(CentralServer.LEGACY),
    /** The Open mSupply central server's change log: {@code POST /central/sync/pull}. */
    OPEN_PULL(CentralServer.OPEN);

    private final CentralServer server;

    Channel(CentralServer server) {
        this.server = server;
    }

    /** The server at the other end. */
    public CentralServer server() {
        return server;
    }
}
