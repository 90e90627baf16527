package org.relais.record;

import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;

/**
 * An arrival whose text is kept already.
 *
 * @param number its place in the order of arrival, and of its text
 * @param record whose version it is
 * @param action what it asks for
 * @param findings what was found out about it
 */
record NumberedArrival(long number, RecordKey record, Action action, Examiner.Findings findings) {}
