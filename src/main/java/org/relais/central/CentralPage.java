package org.relais.central;

/**
 * What one call for the mSupply central server's change log brought.
 *
 * @param count how many records were handed on
 * @param lastId the number of the last of them; the cursor asked with when there were none. It is the next cursor,
 *     unless the page was empty and {@code maxCursor} is larger: then a gap begins, and the next cursor is one more
 * @param maxCursor the number of the newest entry that the server has
 */
public record CentralPage(int count, long lastId, long maxCursor) {}
