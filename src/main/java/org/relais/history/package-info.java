/**
 * Looking back: the runs that are kept, one by one and summed up by day, and for how long they are kept. The room {@code run}
 * writes them; this one reads what it wrote and lets go of what is old.
 */
package org.relais.history;
