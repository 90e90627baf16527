package org.relais.run;

import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.vocabulary.Keyed;

/** The steps of runs; a {@link RunPlan} says which a run takes, and in what order. Their keys are also their marks on the page. */
public enum SyncStep implements Keyed {
    PREPARE,
    PUSH_V6,
    PUSH,
    PULL_CENTRAL,
    PULL_REMOTE,
    PULL_V6,
    INTEGRATE;

    /** Whether it fetches records from a central server. */
    public boolean fetches() {
        return channel() != null;
    }

    /** The channel that it receives, or null where it receives none. */
    public Channel channel() {
        return switch (this) {
            case PULL_CENTRAL -> Channel.CENTRAL_RECORDS;
            case PULL_REMOTE -> Channel.QUEUED_RECORDS;
            case PULL_V6 -> Channel.OPEN_PULL;
            case PREPARE, PUSH_V6, PUSH, INTEGRATE -> null;
        };
    }

    /** The central server that it exchanges with, or null where it needs none. */
    public CentralServer server() {
        return switch (this) {
            case PUSH_V6, PULL_V6 -> CentralServer.OPEN;
            case PREPARE, PUSH, PULL_CENTRAL, PULL_REMOTE -> CentralServer.LEGACY;
            case INTEGRATE -> null;
        };
    }

    /** Whether it sends changes to a central server. */
    public boolean sends() {
        return this == PUSH_V6 || this == PUSH;
    }
}
