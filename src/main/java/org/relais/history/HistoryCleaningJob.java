package org.relais.history;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The daily Quartz job that cleans the history. Never two at once, on however many processes. */
@DisallowConcurrentExecution
class HistoryCleaningJob implements Job {

    private final HistoryCleaning cleaning;

    HistoryCleaningJob(HistoryCleaning cleaning) {
        this.cleaning = cleaning;
    }

    @Override
    public void execute(JobExecutionContext context) {
        cleaning.clean();
    }
}
