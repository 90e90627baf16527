package org.relais.backup;

import java.time.Instant;

/**
 * What a backup says of itself before anything else.
 *
 * @param program the version of the program that made it
 * @param schema the number of the newest migration that its tables have been through
 * @param madeAt the moment that it shows
 */
record BackupFacts(String program, int schema, Instant madeAt) {}
