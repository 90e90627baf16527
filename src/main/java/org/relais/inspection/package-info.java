/**
 * Looking into: records that could not be integrated and why, changes that cannot be sent, and what waits to be sent to whom.
 * The data are the room {@code record}'s.
 */
package org.relais.inspection;
