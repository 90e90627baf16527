package org.relais.record;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.relais.catalogue.Action;
import org.relais.catalogue.WireRecord;
import org.relais.vocabulary.Texts;

/** Takes down which records a page brought, by table. Used by one thread. */
final class Announcement {

    /** As wide as the inbox takes tables and ids. */
    private static final int WIDEST = 255;

    private final IdHashes hashes = new IdHashes();
    private final Map<String, OfTable> byTable = new TreeMap<>();

    /** What a page brought of one table. */
    private static final class OfTable {
        private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        private long merges;
    }

    void add(WireRecord arrived) {
        OfTable table = byTable.computeIfAbsent(Texts.cut(arrived.key().table(), WIDEST), first -> new OfTable());
        if (arrived.action() == Action.MERGE) {
            table.merges++;
        } else {
            hashes.write(Texts.cut(arrived.key().id(), WIDEST), arrived.action() == Action.DELETE, table.hashes);
        }
    }

    /** Hands over what was taken down of each table. */
    void each(Receiver receiver) {
        byTable.forEach((table, part) -> receiver.take(table, part.hashes.toByteArray(), part.merges));
    }

    /** Takes what a page brought of one table. */
    @FunctionalInterface
    interface Receiver {
        void take(String table, byte[] hashes, long merges);
    }
}
