package org.relais.backup;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The Quartz job that makes backups. Never two at once, on however many processes. */
@DisallowConcurrentExecution
class BackupJob implements Job {

    private final BackupSchedule schedule;

    BackupJob(BackupSchedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public void execute(JobExecutionContext context) {
        schedule.perform(context.getMergedJobDataMap().getString(BackupSchedule.ASKED_BY));
    }
}
