package org.relais.record;

import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordTypes;
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
    private final Clock clock;
    private final News news;

    Inbox(
            JdbcTemplate template,
            JdbcClient jdbc,
            TransactionOperations transaction,
            RecordTypes types,
            Clock clock,
            ApplicationEventPublisher events) {
        this.template = template;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.examiner = new Examiner(types);
        this.clock = clock;
        this.news = new News(events);
    }

    /**
     * Receives what the body hands over: all of it with the cursor, or nothing when the body throws.
     *
     * <p>A record that is broken, that asks for what its type does not allow, or whose table is unknown is kept and set aside
     * with the reason; it never fails the others.
     *
     * @return how many records were handed over
     * @throws RuntimeException whatever the body throws
     */
    public long receive(Channel channel, ReceiveBody body) {
        Receipt receipt = transaction.execute(status -> {
            Gate.INBOX.lock(jdbc);
            LargestText largest = LargestText.of(jdbc);
            return template.<Receipt>execute((Connection connection) -> {
                try (var writer = new ArrivalWriter(connection, channel, examiner, clock.instant(), largest)) {
                    CountingIntake counting = new CountingIntake(writer);
                    body.receive(counting);
                    return new Receipt(writer.finish(), counting.byTable());
                }
            });
        });
        news.tell(new RecordsReceived(channel, receipt.byTable()));
        return receipt.records();
    }

    private record Receipt(long records, Map<String, Long> byTable) {}

    /** Up to where a channel was received, in its own protocol's meaning; 0 when nothing was. */
    public long cursor(Channel channel) {
        return jdbc.sql("select position from channel_cursor where channel = ?")
                .param(channel.name())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
