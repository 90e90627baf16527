package org.relais.backup;

import org.relais.vocabulary.Keyed;

/** What can be wrong with a plan of backups. */
public enum PlanProblem implements Keyed {
    /** There is no such folder. */
    FOLDER_AWAY,
    /** The service's user may not write there. */
    FOLDER_NOT_WRITABLE,
    /** Too few days, or too many. */
    DAILY,
    /** Too many weeks, or fewer than none. */
    WEEKLY
}
