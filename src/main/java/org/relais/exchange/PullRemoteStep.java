package org.relais.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.Channel;
import org.relais.central.LegacyCentral;
import org.relais.central.QueuePage;
import org.relais.central.RecordSink;
import org.relais.record.Inbox;
import org.relais.run.StepProgress;
import org.relais.run.SyncStep;
import org.springframework.stereotype.Component;

/**
 * Empties the queue that the mSupply central server keeps for this site. Records are acknowledged after they were stored: if
 * the line breaks between the two they come again, which does no harm (protocol.md section 8).
 */
@Component
class PullRemoteStep implements Step {

    private final Inbox inbox;
    private final BatchSize batches = new BatchSize();

    PullRemoteStep(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public SyncStep which() {
        return SyncStep.PULL_REMOTE;
    }

    @Override
    public Set<CentralServer> needs() {
        return Set.of(CentralServer.LEGACY);
    }

    @Override
    public void take(RunContext run, StepProgress progress) {
        Line line = new Line(run.legacy());
        try (Pages pages = Pages.oneByOne(line, batches)) {
            new Pulling(Channel.QUEUED_RECORDS, inbox, pages, run, progress, line).fetchAll();
        }
    }

    /** Asks for the beginning of the queue, and acknowledges what is stored. */
    private static final class Line implements Pulling.Line {

        /** Of so many pages it is known what they brought: a server that forgets an acknowledgement begins with the same again. */
        private static final int REMEMBERED = 8;

        private final LegacyCentral legacy;
        private final Deque<Set<String>> earlier = new ArrayDeque<>();
        private List<String> fetched = List.of();

        Line(LegacyCentral legacy) {
            this.legacy = legacy;
        }

        @Override
        public Pulling.Page fetch(long cursor, int limit, RecordSink sink) {
            QueuePage page = legacy.queuedRecords(limit, sink);
            fetched = page.syncOutIds();
            int count = fetched.size();
            int fresh = (int) fetched.stream().filter(this::isFresh).count();
            return new Pulling.Page(count, fresh, page.queueLength() - count, cursor, count == 0);
        }

        private boolean isFresh(String syncOutId) {
            return earlier.stream().noneMatch(page -> page.contains(syncOutId));
        }

        @Override
        public void stored() {
            if (fetched.isEmpty()) {
                return;
            }
            legacy.acknowledge(fetched);
            earlier.addLast(Set.copyOf(fetched));
            if (earlier.size() > REMEMBERED) {
                earlier.removeFirst();
            }
        }
    }
}
