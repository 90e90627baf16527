package org.relais.record;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A transaction of those who change the record store: one at a time. Each begins with the gate, before it reads or locks
 * anything, so none can wait for another one that waits for it, and what it read stays true until it commits.
 */
@Component
class StoreTransaction {

    private static final Logger log = LoggerFactory.getLogger(StoreTransaction.class);
    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    StoreTransaction(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // The gate keeps what is read as it is: no snapshot, which would be older than the gate, and no locks on gaps.
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /** @throws IllegalStateException within a transaction */
    void requireNone() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The record store is changed in transactions of its own");
        }
    }

    /**
     * Does some work alone in the store; again, when the database gave way to somebody else's transaction.
     *
     * @throws IllegalStateException within a transaction: it would come to the gate with what it has locked already, and hold it
     *     for as long as it lasts
     */
    <T> T alone(Supplier<T> work) {
        requireNone();
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> {
                    Gate.STORE.lock(jdbc);
                    return work.get();
                });
            } catch (PessimisticLockingFailureException | UncategorizedSQLException e) {
                if (attempt == ATTEMPTS || e instanceof UncategorizedSQLException other && !Sql.isLockTimeout(other)) {
                    throw e;
                }
                log.info("Changing the record store again: {}", e.getMessage());
            }
        }
    }
}
