/**
 * The records of the demonstration's district, made by seed and index from the templates of district.txt. Only the
 * demonstration itself uses them.
 *
 * <p>The same network must have 25,000 records to try and a million to measure, valid to the last reference, without needing
 * memory for them or taking the time of what is measured. So a record is made from its index alone: its id is a permutation of
 * the index, a reference is computed, not looked up, and the bytes between a template's slots are copied. The logs and queues
 * are lists of series; only what happens later is kept. Answers are not compressed unless somebody asks for it: gzip costs
 * more than making the record. A new type needs lines in district.txt and no Java. Vaccinations are missing: they hang on
 * documents of a programme.
 */
package org.relais.demo.district;
