package org.relais.run;

import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets nothing be written for a run that was closed behind its back: a process that stood still (a machine that slept, a
 * network that was cut) does not know that another one has taken its run over. Whatever a run writes, it writes in transactions;
 * before each of their commits the run's row is looked at in the same transaction, and stays as it is until the commit is
 * done. So of a commit and the closing of the run one comes first, and a run that is closed commits nothing any more.
 */
@Component
public class RunFence implements TransactionExecutionListener {

    private final JdbcClient jdbc;
    private final TransactionTemplate holding;
    private final TransactionTemplate apart;
    private final ThreadLocal<Fenced> here = new ThreadLocal<>();

    /** @param transactions asked for only when needed: it is what this one listens to */
    RunFence(JdbcClient jdbc, @Lazy PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.holding = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    private record Fenced(RunLog run, RunControl control) {

        /** Whoever wrote down its end itself is free to write again. */
        boolean goesOn() {
            return run.status().finishedAt() == null;
        }
    }

    /** Does a run's work on this thread; what it would write after the run was closed is refused, and the run told to end. */
    public void around(RunLog run, RunControl control, Runnable work) {
        here.set(new Fenced(run, control));
        try {
            work.run();
        } finally {
            here.remove();
        }
    }

    /** The same for some work of this thread's run that another thread does. */
    public Runnable onBehalf(Runnable work) {
        Fenced run = here.get();
        return run == null ? work : () -> around(run.run(), run.control(), work);
    }

    /**
     * Does work that the database commits by itself, statement by statement, as it does when tables are exchanged: nobody
     * can close this thread's run while it lasts.
     *
     * @throws RunStopped when the run is no longer open; nothing is done then
     */
    public void holding(Runnable work) {
        holding.executeWithoutResult(held -> {
            check();
            apart.executeWithoutResult(status -> work.run());
        });
    }

    /** @throws RunStopped when the run is no longer open */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isNewTransaction()) {
            check();
        }
    }

    private void check() {
        Fenced fenced = here.get();
        if (fenced != null && fenced.goesOn() && !open(fenced.run().status().id())) {
            fenced.control().interrupt();
            throw new RunStopped();
        }
    }

    /** With a lock on the row that whoever closes the run has to wait for. */
    private boolean open(long run) {
        return jdbc.sql("select 1 from sync_run where id = ? and outcome = 'running' lock in share mode")
                .param(run)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
