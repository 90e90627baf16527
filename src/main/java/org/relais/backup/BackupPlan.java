package org.relais.backup;

import java.nio.file.Path;
import java.time.LocalTime;

/**
 * When backups are made, where, and how many are kept.
 *
 * @param time of each day, by this machine's clock
 * @param folder absolute
 * @param daily of how many days one is kept, 1 at least
 * @param weekly of how many weeks one is kept, beyond these days; may be 0
 */
public record BackupPlan(LocalTime time, Path folder, int daily, int weekly) {}
