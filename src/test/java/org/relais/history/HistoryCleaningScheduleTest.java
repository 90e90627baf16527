package org.relais.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryCleaningScheduleTest extends SeededSite {

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private HistoryCleaning cleaning;

    /** Also while the schedule of runs is off, as it is here; a second start finds it there. */
    @Test
    void theHistoryIsCleanedOnceADayAndAfterHoursThatWereMissed() throws SchedulerException {
        cleaning.install();

        assertThat(scheduler.getJobDetail(HistoryCleaning.JOB).isDurable()).isTrue();
        assertThat(scheduler.getTriggersOfJob(HistoryCleaning.JOB))
                .singleElement()
                .isInstanceOfSatisfying(CronTrigger.class, trigger -> {
                    assertThat(trigger.getCronExpression()).isEqualTo("0 17 3 ? * *");
                    assertThat(trigger.getMisfireInstruction())
                            .isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
                });
        assertThat(jdbc.sql("select count(*) from QRTZ_TRIGGERS where JOB_NAME = 'history-cleaning'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
