package org.relais.sync;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The Quartz job that looks for a lost line; beside the runs' own, which must never wait for a line that is not there. */
@DisallowConcurrentExecution
class EarlyTryJob implements Job {

    private final EarlyTries tries;

    EarlyTryJob(EarlyTries tries) {
        this.tries = tries;
    }

    @Override
    public void execute(JobExecutionContext context) {
        tries.take(context.getMergedJobDataMap().getIntegerFromString(EarlyTries.IN_VAIN));
    }
}
