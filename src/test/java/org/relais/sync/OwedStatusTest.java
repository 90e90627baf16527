package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.mockito.Mockito;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.SetAsideTotal;
import org.relais.run.Runs;
import org.relais.settings.Settings;
import org.relais.site.Site;
import org.springframework.context.ApplicationEventPublisher;

/** What could not be published is published by whoever looks next, also where nothing changes any more. */
class OwedStatusTest {

    private final Runs runs = mock(Runs.class);
    private final Settings settings = mock(Settings.class);
    private final DatabaseWatch database = mock(DatabaseWatch.class);
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicReference<Consumer<DatabaseCondition>> told = new AtomicReference<>();

    @Test
    void aStatusThatSomebodyCouldNotTakeInComesOnceMoreAndOneMoreWhenTheDatabaseIsBack() {
        RecordStore records = mock(RecordStore.class);
        when(records.setAsideTotal()).thenReturn(SetAsideTotal.NONE);
        when(settings.all()).thenReturn(Map.of());
        Mockito.doAnswer(call -> {
                    told.set(call.getArgument(0));
                    return (Runnable) () -> {};
                })
                .when(database)
                .tell(Mockito.any());
        ApplicationEventPublisher events = event -> {
            if (published.incrementAndGet() == 1) {
                throw new IllegalStateException("the database went at this moment");
            }
        };
        StatusBoard board = new StatusBoard(
                runs,
                mock(SyncSchedule.class),
                mock(Site.class),
                mock(Outbox.class),
                records,
                mock(LastSuccess.class, Answers.RETURNS_DEFAULTS),
                events);
        StatusWatch watch =
                new StatusWatch(runs, mock(Outbox.class), settings, board, mock(TakeOver.class), database, events);

        watch.start();
        try {
            await().until(() -> published.get() == 2);
            assertThat(board.owes()).isFalse();
            told.get().accept(DatabaseCondition.ANSWERS);
            await().until(() -> published.get() == 3);
        } finally {
            watch.stop();
        }
    }
}
