package org.relais.catalogue;

import java.util.Set;

/**
 * Where a field's reference leads.
 *
 * @param table the table of the other record
 * @param waits whether the record waits until the other one is there; otherwise it is stored as it is
 * @param alwaysThere ids that need no record
 * @param followsMerges whether the current id is written when the other record was merged into another one
 */
record Target(String table, boolean waits, Set<String> alwaysThere, boolean followsMerges) {}
