package org.relais.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.relais.catalogue.Action;
import org.relais.catalogue.Channel;
import org.relais.catalogue.WireRecord;
import org.relais.record.projection.CarriedReferences;
import org.relais.record.projection.Projections;
import org.relais.vocabulary.Texts;

/**
 * Writes arriving records to the inbox, and their texts to {@code content}, in batches that are one packet each (the driver's
 * bulk statements). Batches are bounded in rows and in text, as a single record can be megabytes.
 *
 * <p>Three work at once: while the caller reads a batch, the one before is checked, and the one before that is handed to the
 * database, each on a thread of its own. No more are on their way, so memory stays bounded too.
 */
final class ArrivalWriter implements Intake, AutoCloseable {

    private static final int WIDEST = 255;
    private static final int BATCH_ROWS = 1000;
    private static final long BATCH_CHARACTERS = 4_000_000;

    /** One that is checked and one that is written. */
    private static final int MOST_ON_THEIR_WAY = 2;

    /** Integrating does this for the tables that it knows. */
    private static final String DROP_SUPERSEDED_OF_UNKNOWN_TABLES = """
            delete a, c from inbox b
            join inbox a force index (primary)
                on a.type = b.type and a.record_id = b.record_id and a.number < b.number
            left join content c on c.number = a.number
            where b.type = ? and b.number >= ? and b.state = 'UNKNOWN_TYPE' and a.state = 'UNKNOWN_TYPE'
                and a.action <> 'MERGE' and b.action <> 'MERGE'
            """;

    private final Connection connection;
    private final Channel channel;
    private final Examiner examiner;
    private final Projections projections;
    private final Timestamp since;
    private final LargestText largest;
    private final ContentNumbers numbers;
    private final PreparedStatement contents;
    private final PreparedStatement arrivals;
    private final PreparedStatement cursor;
    private final ExecutorService examining = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("arrivals-checked").factory());
    private final ExecutorService writing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("arrivals").factory());
    private final Map<String, Long> firstOfUnknownTable = new HashMap<>();
    private final Queue<Future<?>> onTheirWay = new ArrayDeque<>();
    private List<Received> batch = new ArrayList<>(BATCH_ROWS);
    private long characters;
    private Long position;

    /**
     * A record as it came.
     *
     * @param tooLarge how large, when its text could not be held; else null
     */
    private record Received(WireRecord record, String tooLarge) {}

    /** A record and what was found out about it. */
    private record Arrival(WireRecord record, Examiner.Findings findings, boolean kept) {}

    ArrivalWriter(
            Connection connection,
            Channel channel,
            Examiner examiner,
            Projections projections,
            Instant since,
            LargestText largest)
            throws SQLException {
        this.connection = connection;
        this.channel = channel;
        this.examiner = examiner;
        this.projections = projections;
        this.since = Timestamp.from(since);
        this.largest = largest;
        this.numbers = new ContentNumbers(connection);
        this.contents = connection.prepareStatement("insert into content (number, data) values (?, ?)");
        this.arrivals = connection.prepareStatement("""
                insert into inbox (number, channel, type, record_id, action, store_id,
                    ref1, ref2, ref3, ref4, ref5, ref6, ref7, ref8, state, reason, field, detail, since, carried)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        this.cursor = connection.prepareStatement("insert into channel_cursor (channel, position) values (?, ?)"
                + " on duplicate key update position = value(position)");
    }

    @Override
    public void accept(WireRecord arrived) {
        batch.add(new Received(arrived, null));
        characters += arrived.data().length();
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

    @Override
    public void moveCursor(long to) {
        position = to;
    }

    /** Writes what is left. */
    void finish() throws SQLException {
        send();
        awaitAll();
        for (Map.Entry<String, Long> table : firstOfUnknownTable.entrySet()) {
            try (PreparedStatement drop = connection.prepareStatement(DROP_SUPERSEDED_OF_UNKNOWN_TABLES)) {
                drop.setString(1, table.getKey());
                drop.setLong(2, table.getValue());
                drop.executeUpdate();
            }
        }
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
        arrivals.close();
        cursor.close();
    }

    private Arrival examined(Received received) {
        WireRecord arrived = received.record();
        Optional<Reason> unfit = received.tooLarge() == null
                ? largest.refusal(arrived.data())
                : Optional.of(new Reason(ReasonKind.TOO_LARGE, null, received.tooLarge()));
        return unfit.map(reason -> new Arrival(arrived, Examiner.Findings.asideAs(InboxState.BROKEN, reason), false))
                .orElseGet(() -> new Arrival(arrived, examiner.examine(arrived), arrived.action() != Action.DELETE));
    }

    private void send() {
        while (onTheirWay.size() >= MOST_ON_THEIR_WAY) {
            await(onTheirWay.remove());
        }
        List<Received> full = batch;
        Future<List<Arrival>> examined =
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

    private void write(List<Arrival> full) throws SQLException {
        boolean texts = false;
        for (Arrival arrival : full) {
            long number = numbers.next();
            if (arrival.kept) {
                contents.setLong(1, number);
                contents.setString(2, arrival.record.data());
                contents.addBatch();
                texts = true;
            }
            if (arrival.findings.state() == InboxState.UNKNOWN_TYPE) {
                firstOfUnknownTable.putIfAbsent(cut(arrival.record.key().table()), number);
            }
            add(number, arrival.record, arrival.findings);
        }
        if (texts) {
            contents.executeBatch();
        }
        if (!full.isEmpty()) {
            arrivals.executeBatch();
        }
    }

    private void add(long number, WireRecord arrived, Examiner.Findings findings) throws SQLException {
        arrivals.setLong(1, number);
        arrivals.setString(2, channel.name());
        arrivals.setString(3, cut(arrived.key().table()));
        arrivals.setString(4, cut(arrived.key().id()));
        arrivals.setString(5, arrived.action().name());
        arrivals.setString(6, cut(findings.storeId()));
        CarriedReferences.Columns columns =
                projections.carried(arrived.key().table()).columns(findings.references(), findings.named());
        for (int i = 0; i < columns.ids().size(); i++) {
            arrivals.setString(7 + i, columns.ids().get(i));
        }
        Reason reason = findings.reason();
        arrivals.setString(15, findings.state().name());
        arrivals.setString(16, reason == null ? null : reason.kind().name());
        arrivals.setString(17, reason == null ? null : reason.field());
        arrivals.setString(18, reason == null ? null : reason.detail());
        arrivals.setTimestamp(19, since);
        arrivals.setObject(20, columns.mark(), Types.INTEGER);
        arrivals.addBatch();
    }

    private static String cut(String text) {
        return Texts.cut(text, WIDEST);
    }
}
