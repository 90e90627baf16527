/**
 * The words of the pages in every language: translations, plurals, dates, durations, the texts of failures, and the few
 * small pieces that every view needs. It stands below all views and knows none of them.
 */
package org.relais.language;
