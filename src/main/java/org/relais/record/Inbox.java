package org.relais.record;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Projections;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where records from the central servers arrive. They are checked and written while they are read, in one transaction with the
 * channel's cursor; {@link Integrator} takes them from there into the store.
 */
@Component
public class Inbox {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RecordTypes types;
    private final Examiner examiner;
    private final Projections projections;
    private final Clock clock;
    private final News news;
    private final Announced announced;

    Inbox(
            JdbcTemplate template,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            RecordTypes types,
            Projections projections,
            Clock clock,
            ApplicationEventPublisher events) {
        this.template = template;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // What is asked of the store is to be what stands there once its gate is held, and no older snapshot.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.types = types;
        this.examiner = new Examiner(types);
        this.projections = projections;
        this.clock = clock;
        this.news = new News(events);
        this.announced = new Announced(jdbc);
    }

    /**
     * Receives a page: all that is handed over with the cursor, or nothing when the receiver throws.
     *
     * <p>A record that is broken, that asks for what its type does not allow, or whose table is unknown is kept and set aside
     * with the reason; it never fails the others.
     *
     * @param receiver reads a server's answer and hands everything in it to the intake
     * @return what the receiver does
     * @throws RuntimeException whatever the receiver throws
     */
    public <P> P receive(Channel channel, Function<Intake, P> receiver) {
        return receive(channel, receiver, false).page();
    }

    /**
     * Receives a page as {@link #receive(Channel, Function)} does, and takes what nothing speaks against into the store at once, in
     * the same transaction: of a first synchronisation that is nearly everything. The {@link Integrator} takes the rest.
     *
     * @param receiver reads a server's answer and hands everything in it to the intake
     * @throws RuntimeException whatever the receiver throws
     */
    public <P> Received<P> receivePromptly(Channel channel, Function<Intake, P> receiver) {
        return receive(channel, receiver, true);
    }

    /**
     * What was received.
     *
     * @param page what the receiver returned
     * @param integrated how many of the records are in the store already
     */
    public record Received<P>(P page, long integrated) {}

    private <P> Received<P> receive(Channel channel, Function<Intake, P> receiver, boolean promptly) {
        Receipt<P> receipt = transaction.execute(status -> {
            Gate.INBOX.lock(jdbc);
            LargestText largest = LargestText.of(jdbc);
            Instant since = clock.instant();
            PromptIntegration prompt = promptly ? new PromptIntegration(types, projections, jdbc, since) : null;
            return template.<Receipt<P>>execute((Connection connection) -> {
                try (var rows = new InboxRows(connection, channel, projections, since);
                        var writer = new ArrivalWriter(connection, channel, examiner, rows, largest, prompt)) {
                    CountingIntake counting = new CountingIntake(writer);
                    P page = receiver.apply(counting);
                    writer.finish();
                    announced.add(counting.announcement());
                    return new Receipt<>(new Received<>(page, writer.integrated()), counting.byTable());
                }
            });
        });
        news.tell(new RecordsReceived(channel, receipt.byTable()));
        return receipt.received();
    }

    private record Receipt<P>(Received<P> received, Map<String, Long> byTable) {}

    /** Up to where a channel was received, in its own protocol's meaning; 0 when nothing was. */
    public long cursor(Channel channel) {
        return jdbc.sql("select position from channel_cursor where channel = ?")
                .param(channel.name())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
