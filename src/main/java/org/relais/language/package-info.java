/**
 * The words of the pages in every language: translations, plurals, dates, durations, the texts of failures, and the choice of
 * the language itself. It stands below all views and knows none of them.
 *
 * <p>"A further language is one more file" is only true if plurals, durations and relative times follow the language by
 * themselves, and Java's {@link java.text.MessageFormat} knows nothing of plural classes (French counts 0 as singular, Arabic
 * has six). So ICU formats, with the data that browsers have too: a relative time that the browser ticks on reads the same.
 * Durations are typed with the words that they are shown with, with their beginnings, and with the configuration's letters,
 * but where a language's own letter contradicts them; a number alone counts in the unit of its field, which says at once how it is
 * understood. ICU costs 14 MB. Languages that put the unit before the number (Swahili) need an addition.
 */
@ApplicationModule(allowedDependencies = {"catalogue", "central", "components", "database", "record"})
package org.relais.language;

import org.springframework.modulith.ApplicationModule;
