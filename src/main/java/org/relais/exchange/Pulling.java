package org.relais.exchange;

import java.util.function.Function;
import java.util.function.Supplier;
import org.relais.catalogue.Channel;
import org.relais.catalogue.WireRecord;
import org.relais.central.FailureCode;
import org.relais.central.RecordSink;
import org.relais.record.Inbox;
import org.relais.record.Intake;
import org.relais.run.StepProgress;

/**
 * Takes a channel page by page into the inbox, each with its cursor, until the server has nothing more. A server that sends and
 * sends without coming nearer to its end is left. Made for one pull step of one run.
 */
class Pulling {

    /** In how many pages a server has to come nearer to its end, by its own count. */
    private static final int PATIENCE = 200;

    /** How many pages in a row may be empty though more is said to come. */
    private static final int MOST_EMPTY = 20;

    /** How many pages in a row may bring the very same records. */
    private static final int MOST_REPETITIONS = 100;

    /**
     * What one page brought.
     *
     * @param count how many records
     * @param fresh how many of them had not come before in this step
     * @param stillToCome how many the server has beyond them
     * @param cursor up to where the channel was received, in its own protocol's meaning
     * @param last whether nothing more waits
     */
    record Page(int count, int fresh, long stillToCome, long cursor, boolean last) {}

    /** Asks the server. */
    interface Line {

        /**
         * Fetches one page; {@link Pages} say on which thread.
         *
         * @param cursor up to where the channel was received
         * @param limit how many records to ask for
         * @param sink takes them
         */
        Page fetch(long cursor, int limit, RecordSink sink);

        /** The page is stored. */
        default void stored() {}

        /** Makes a call, waiting for the server where it is to be waited for. */
        default Page patiently(Supplier<Page> call) {
            return call.get();
        }
    }

    private final Channel channel;
    private final Inbox inbox;
    private final Pages pages;
    private final RunContext run;
    private final StepProgress progress;
    private final Line line;
    private long nearest = Long.MAX_VALUE;
    private int sinceNearest;
    private int empty;
    private int repetitions;
    private long before;
    private long setAside;
    private long integrated;

    Pulling(Channel channel, Inbox inbox, Pages pages, RunContext run, StepProgress progress, Line line) {
        this.channel = channel;
        this.inbox = inbox;
        this.pages = pages;
        this.run = run;
        this.progress = progress;
        this.line = line;
    }

    /**
     * Fetches everything.
     *
     * @throws StepFailure with code NO_PROGRESS when that has no end
     */
    void fetchAll() {
        Page page;
        do {
            page = run.overTheLine(channel.server(), () -> line.patiently(this::receive));
            run.setAside(setAside);
            run.integratedPromptly(integrated);
            run.overTheLine(channel.server(), () -> {
                line.stored();
                return null;
            });
            progress.received(page.fresh(), page.stillToCome());
        } while (!page.last());
    }

    private Page receive() {
        long cursor = inbox.cursor(channel);
        Function<Intake, Page> receiver = intake -> {
            Contents contents = new Contents(intake);
            Page page = pages.next(cursor, contents);
            requireProgress(page, contents);
            if (page.cursor() != cursor) {
                intake.moveCursor(page.cursor());
            }
            setAside = intake.setAside();
            return page;
        };
        // Before its first synchronisation is complete, a site has next to nothing that an arrival could meet.
        if (run.first() && !run.restored()) {
            Inbox.Received<Page> received = inbox.receivePromptly(channel, receiver);
            integrated = received.integrated();
            return received.page();
        }
        return inbox.receive(channel, receiver);
    }

    private void requireProgress(Page page, Contents contents) {
        if (page.last()) {
            return;
        }
        empty = page.count() == 0 ? empty + 1 : 0;
        repetitions = contents.hash == before && page.count() > 0 ? repetitions + 1 : 0;
        sinceNearest = page.stillToCome() < nearest ? 0 : sinceNearest + 1;
        nearest = Math.min(nearest, page.stillToCome());
        before = contents.hash;
        if (page.count() > 0 && page.fresh() == 0) {
            throw noProgress("all %d records had come before".formatted(page.count()));
        }
        if (empty >= MOST_EMPTY) {
            throw noProgress("%d empty pages, and still not the last".formatted(empty));
        }
        if (repetitions >= MOST_REPETITIONS) {
            throw noProgress("%d pages with the very same records".formatted(repetitions + 1));
        }
        if (sinceNearest >= PATIENCE) {
            throw noProgress("%d pages, and never fewer than %d still to come".formatted(sinceNearest, nearest));
        }
    }

    private StepFailure noProgress(String detail) {
        String call =
                switch (channel) {
                    case CENTRAL_RECORDS -> "GET /sync/v5/central_records";
                    case QUEUED_RECORDS -> "GET /sync/v5/queued_records";
                    case OPEN_PULL -> "POST /central/sync/pull";
                };
        return new StepFailure(FailureCode.NO_PROGRESS, channel.server(), call, detail);
    }

    /** Hands a page's records to the intake, and knows a page that is the same again. */
    private static final class Contents implements RecordSink {

        private final Intake intake;
        private long hash = 1;

        Contents(Intake intake) {
            this.intake = intake;
        }

        @Override
        public void accept(WireRecord record) {
            add(record);
            intake.accept(record);
        }

        @Override
        public void tooLarge(WireRecord record, long most) {
            add(record);
            intake.acceptTooLarge(record, most);
        }

        private void add(WireRecord record) {
            hash = 31 * hash + record.hashCode();
        }
    }
}
