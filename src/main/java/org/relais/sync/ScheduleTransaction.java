package org.relais.sync;

import java.sql.SQLTransactionRollbackException;
import java.util.function.Supplier;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transaction for whatever touches Quartz's tables. It must see what others commit while it waits for Quartz's lock: with a
 * snapshot from before, a trigger would be stored as blocked by a run that is over, and never be let go.
 *
 * <p>Two processes that plan at the same moment may wait for each other in Quartz's tables. The database then undoes one of the two
 * transactions, which is done once more.
 */
@Component
class ScheduleTransaction {

    private static final int ATTEMPTS = 4;

    private final TransactionTemplate template;

    ScheduleTransaction(PlatformTransactionManager transactions) {
        this.template = new TransactionTemplate(transactions);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** Does some work in it. */
    void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /** Does some work in it and hands on what comes of it; the work may be done more than once. */
    <T> T get(Supplier<T> work) {
        int attempts = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            try {
                return template.execute(status -> work.get());
            } catch (RuntimeException failure) {
                if (attempt >= attempts || !wasUndoneForAnother(failure)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean wasUndoneForAnother(RuntimeException failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLTransactionRollbackException;
    }
}
