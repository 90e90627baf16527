package org.relais.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.relais.catalogue.Action;
import org.relais.catalogue.Channel;
import org.relais.catalogue.WireRecord;

/**
 * Writes arriving records to the inbox, and their texts to {@code content}, in batches that are one packet each (the driver's
 * bulk statements). Batches are bounded in rows and in text, as a single record can be megabytes.
 *
 * <p>Three work at once: while the caller reads a batch, the one before is checked, and the one before that is handed to the
 * database, each on a thread of its own. No more are on their way, so memory stays bounded too.
 *
 * <p>Where arrivals may go into the store at once, all but their texts is held until the page has been read, so that nothing is
 * locked for as long as the line takes; a page that is too large for that goes into the inbox as any other.
 */
final class ArrivalWriter implements Intake, AutoCloseable {

    private static final int BATCH_ROWS = 1000;
    private static final long BATCH_CHARACTERS = 4_000_000;

    /** How many arrivals of a page are held at most, without their texts. No server was asked for a page as large. */
    private static final int MOST_HELD = 20_000;

    /** How many characters their ids have at most, and those of the records that they name. */
    private static final long MOST_CHARACTERS_HELD = 10_000_000;

    /** One that is checked and one that is written. */
    private static final int MOST_ON_THEIR_WAY = 2;

    private final Connection connection;
    private final Channel channel;
    private final Examiner examiner;
    private final LargestText largest;
    private final ContentNumbers numbers;
    private final PreparedStatement contents;
    private final InboxRows inbox;
    private final PreparedStatement cursor;
    private final ExecutorService examining = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("arrivals-checked").factory());
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("arrivals").factory());
    private final Queue<Future<?>> onTheirWay = new ArrayDeque<>();
    private List<Received> batch = new ArrayList<>(BATCH_ROWS);
    private long characters;
    private Long position;
    /** Null when everything goes into the inbox. */
    private PromptIntegration prompt;
    /** By the thread that writes, as those below; read when what it was given is written. */
    private List<NumberedArrival> held = new ArrayList<>();

    private long charactersHeld;
    private long setAside;
    private long integrated;

    /**
     * A record as it came.
     *
     * @param tooLarge how large, when its text could not be held; else null
     */
    private record Received(WireRecord record, String tooLarge) {}

    /** A record and what was found out about it. */
    private record Judged(WireRecord record, Examiner.Findings findings, boolean kept) {}

    /**
     * Writes what comes on one channel.
     *
     * @param prompt takes what it can into the store when everything is here; null for none
     */
    ArrivalWriter(
            Connection connection,
            Channel channel,
            Examiner examiner,
            InboxRows inbox,
            LargestText largest,
            PromptIntegration prompt)
            throws SQLException {
        this.connection = connection;
        this.channel = channel;
        this.examiner = examiner;
        this.inbox = inbox;
        this.largest = largest;
        this.prompt = prompt;
        this.numbers = new ContentNumbers(connection);
        this.contents = connection.prepareStatement("insert into content (number, data) values (?, ?)");
        this.cursor = connection.prepareStatement("insert into channel_cursor (channel, position) values (?, ?)"
                + " on duplicate key update position = value(position)");
    }

    @Override
    public void accept(WireRecord arrived) {
        batch.add(new Received(arrived, null));
        characters += characters(arrived);
        boolean large = characters >= 2 * BATCH_CHARACTERS;
        if (batch.size() >= BATCH_ROWS || characters >= BATCH_CHARACTERS) {
            send();
        }
        if (large) {
            // The next record may be as large as this one: they are not held beside each other.
            awaitAll();
        }
    }

    @Override
    public void acceptTooLarge(WireRecord arrived, long most) {
        batch.add(new Received(arrived, "more than " + most + " bytes"));
        if (batch.size() >= BATCH_ROWS) {
            send();
        }
    }

    /** Waits until all that was handed over has been looked at. */
    @Override
    public long setAside() {
        send();
        awaitAll();
        return setAside;
    }

    @Override
    public void moveCursor(long to) {
        position = to;
    }

    /** How many the store has already; known at the end. */
    long integrated() {
        return integrated;
    }

    /** Writes what is left. */
    void finish() throws SQLException {
        send();
        awaitAll();
        if (prompt != null) {
            List<NumberedArrival> left = prompt.take(held, connection);
            integrated = held.size() - left.size();
            inbox.write(left);
        }
        inbox.finish();
        if (position != null) {
            cursor.setString(1, channel.name());
            cursor.setLong(2, position);
            cursor.executeUpdate();
        }
    }

    /** Returns when nobody uses the connection any more. */
    @Override
    public void close() throws SQLException {
        examining.close();
        writing.close();
        contents.close();
        cursor.close();
    }

    private Judged examined(Received received) {
        WireRecord arrived = received.record();
        Optional<Reason> unfit = received.tooLarge() == null
                ? largest.refusal(arrived.data())
                : Optional.of(new Reason(ReasonKind.TOO_LARGE, null, received.tooLarge()));
        return unfit.map(reason -> new Judged(arrived, Examiner.Findings.asideAs(InboxState.BROKEN, reason), false))
                .orElseGet(() -> new Judged(arrived, examiner.examine(arrived), arrived.action() != Action.DELETE));
    }

    private void send() {
        while (onTheirWay.size() >= MOST_ON_THEIR_WAY) {
            await(onTheirWay.remove());
        }
        List<Received> full = batch;
        Future<List<Judged>> examined =
                examining.submit(() -> full.stream().map(this::examined).toList());
        onTheirWay.add(writing.submit(() -> {
            write(examined.get());
            return null;
        }));
        batch = new ArrayList<>(BATCH_ROWS);
        characters = 0;
    }

    private void awaitAll() {
        while (!onTheirWay.isEmpty()) {
            await(onTheirWay.remove());
        }
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            switch (e.getCause() instanceof ExecutionException examining ? examining.getCause() : e.getCause()) {
                case SQLException refused -> throw Sql.translate("write arriving records", refused);
                case RuntimeException failed -> throw failed;
                case Error fatal -> throw fatal;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while arriving records were written", e);
        }
    }

    private static long characters(WireRecord record) {
        return record.data().length()
                + record.key().id().length()
                + record.key().table().length();
    }

    private void write(List<Judged> batch) throws SQLException {
        List<NumberedArrival> numbered = new ArrayList<>(batch.size());
        boolean texts = false;
        for (Judged arrival : batch) {
            long number = numbers.next();
            if (arrival.kept) {
                contents.setLong(1, number);
                contents.setString(2, arrival.record.data());
                contents.addBatch();
                texts = true;
            }
            if (arrival.findings.state() != InboxState.NEW) {
                setAside++;
            }
            numbered.add(new NumberedArrival(number, arrival.record.key(), arrival.record.action(), arrival.findings));
        }
        if (texts) {
            contents.executeBatch();
        }
        if (prompt == null) {
            inbox.write(numbered);
        } else {
            hold(numbered);
        }
    }

    private void hold(List<NumberedArrival> numbered) throws SQLException {
        held.addAll(numbered);
        charactersHeld +=
                numbered.stream().mapToLong(NumberedArrival::characters).sum();
        if (held.size() > MOST_HELD || charactersHeld > MOST_CHARACTERS_HELD) {
            prompt = null;
            inbox.write(held);
            held = List.of();
        }
    }
}
