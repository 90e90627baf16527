package org.relais.sync;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction for whatever touches Quartz's tables. It must see what others commit while it waits for Quartz's lock: with a
 * snapshot from before, a trigger would be stored as blocked by a run that is over, and never be let go.
 */
@Component
class ScheduleTransaction {

    private final TransactionTemplate template;

    ScheduleTransaction(PlatformTransactionManager transactions) {
        this.template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Does some work in it. */
    void run(Runnable work) {
        template.executeWithoutResult(status -> work.run());
    }

    /** Does some work in it and hands on what comes of it. */
    <T> T get(Supplier<T> work) {
        return template.execute(status -> work.get());
    }
}
