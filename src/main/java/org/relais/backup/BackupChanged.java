package org.relais.backup;

/** Published when a backup begins, gets further or ends. */
public record BackupChanged() {}
