package org.relais.central;

/**
 * What one call for the mSupply central server's change log brought.
 *
 * @param count how many records were handed on
 * @param lastId the number of the last of them, which is the next cursor; the cursor asked with when there were none
 * @param maxCursor the number of the newest entry that the server has; never less than {@code lastId}. When it is more and the page
 *     is empty, a gap begins of which the server does not tell how wide it is
 */
public record CentralPage(int count, long lastId, long maxCursor) {}
