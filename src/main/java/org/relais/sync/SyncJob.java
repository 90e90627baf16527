package org.relais.sync;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The one Quartz job: every run, whoever or whatever started it. Never two at once, on however many processes. */
@DisallowConcurrentExecution
class SyncJob implements Job {

    private final Runner runner;

    SyncJob(Runner runner) {
        this.runner = runner;
    }

    @Override
    public void execute(JobExecutionContext context) {
        Object asked = context.getMergedJobDataMap().get(SyncSchedule.RUN);
        runner.perform(asked instanceof Long run ? run : null, context.isRecovering());
    }
}
