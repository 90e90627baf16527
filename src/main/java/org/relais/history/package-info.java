/** Looking back: the runs that are kept, one by one and summed up by day. The data are the room {@code sync}'s. */
package org.relais.history;
