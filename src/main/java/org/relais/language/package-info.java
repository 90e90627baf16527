/**
 * The words of the pages in every language: translations, plurals, dates, durations, the texts of failures, and the
 * choice of the language itself. It stands below all views and knows none of them.
 */
package org.relais.language;
