package org.relais.bench;

import java.net.URI;
import org.relais.central.CentralPage;
import org.relais.central.CentralServers;
import org.relais.central.LegacyCentral;
import org.relais.central.OpenCentral;
import org.relais.central.PullPage;
import org.relais.central.QueuePage;
import org.relais.central.RecordSink;
import org.relais.central.SiteCredentials;

/** Reads everything that a site gets at its first synchronisation, in the same order, and keeps none of it. */
final class NetworkReader {

    private static final int PAGE = 5000;

    private final LegacyCentral legacy;
    private final OpenCentral open;

    NetworkReader(CentralServers servers, SiteCredentials credentials, URI openUrl) {
        this.legacy = servers.legacy(credentials);
        this.open = servers.open(openUrl, credentials);
    }

    void readAll(RecordSink sink) {
        legacy.site();
        legacy.initialise();
        readCentral(sink);
        readQueue(sink);
        readOpen(sink);
    }

    private void readCentral(RecordSink sink) {
        long cursor = 0;
        CentralPage page = legacy.centralRecords(cursor, PAGE, sink);
        while (page.count() > 0) {
            cursor = page.lastId();
            page = legacy.centralRecords(cursor, PAGE, sink);
        }
    }

    private void readQueue(RecordSink sink) {
        QueuePage page = legacy.queuedRecords(PAGE, sink);
        while (!page.syncOutIds().isEmpty()) {
            legacy.acknowledge(page.syncOutIds());
            page = legacy.queuedRecords(PAGE, sink);
        }
    }

    private void readOpen(RecordSink sink) {
        PullPage page = open.pull(0, PAGE, false, sink);
        while (!page.last()) {
            page = open.pull(page.nextCursor(), PAGE, false, sink);
        }
    }
}
