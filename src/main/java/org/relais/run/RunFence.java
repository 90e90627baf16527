package org.relais.run;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Lets nothing be written for a run that was closed behind its back: a process that stood still (a machine that slept, a
 * network that was cut) does not know that another one has taken its run over. Whatever a run writes, it writes in transactions;
 * before each of their commits the run's row is looked at in the same transaction, and stays as it is until the commit is
 * done. So of a commit and the closing of the run one comes first, and a run that is closed commits nothing any more.
 */
@Component
public class RunFence implements TransactionExecutionListener {

    private final JdbcClient jdbc;
    private final ThreadLocal<Fenced> here = new ThreadLocal<>();

    RunFence(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** @throws RunStopped when the run is no longer open */
    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Fenced fenced = here.get();
        if (fenced != null
                && transaction.isNewTransaction()
                && fenced.goesOn()
                && !open(fenced.run().status().id())) {
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
