package org.relais.record;

import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordTypes;
import org.relais.record.projection.Projections;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where records from the central servers arrive. They are checked and written while they are read, in one transaction with the
 * channel's cursor; {@link Integrator} takes them from there into the store.
 */
@Component
public class Inbox {

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Examiner examiner;
    private final Projections projections;
    private final Clock clock;
    private final News news;
    private final Announced announced;

    Inbox(
            JdbcTemplate template,
            JdbcClient jdbc,
            TransactionOperations transaction,
            RecordTypes types,
            Projections projections,
            Clock clock,
            ApplicationEventPublisher events) {
        this.template = template;
        this.jdbc = jdbc;
        this.transaction = transaction;
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
        Receipt<P> receipt = transaction.execute(status -> {
            Gate.INBOX.lock(jdbc);
            LargestText largest = LargestText.of(jdbc);
            return template.<Receipt<P>>execute((Connection connection) -> {
                try (var writer =
                        new ArrivalWriter(connection, channel, examiner, projections, clock.instant(), largest)) {
                    CountingIntake counting = new CountingIntake(writer);
                    P page = receiver.apply(counting);
                    writer.finish();
                    announced.add(counting.announcement());
                    return new Receipt<>(page, counting.byTable());
                }
            });
        });
        news.tell(new RecordsReceived(channel, receipt.byTable()));
        return receipt.page();
    }

    private record Receipt<P>(P page, Map<String, Long> byTable) {}

    /** Up to where a channel was received, in its own protocol's meaning; 0 when nothing was. */
    public long cursor(Channel channel) {
        return jdbc.sql("select position from channel_cursor where channel = ?")
                .param(channel.name())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
