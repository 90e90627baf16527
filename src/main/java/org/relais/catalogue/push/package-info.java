/**
 * The push forms that no description can tell: one named class for each type of record that needs one, and the draft that they
 * change. Only the catalogue itself uses them.
 *
 * <p>The original turns a record into its own tables and back, and loses something on the way. What is sent from here has the
 * same keys and meaning, and keeps what was told: a sensor's kind stays the one behind its serial (the original makes every
 * pulled sensor a Blue Maestro); daily usage is sent as it came, not rounded up over a month; a purchase order without a
 * creation time takes its creation day, not 1970; a document whose content is a text already is sent as that text; an order
 * that is being worked on keeps mSupply's {@code cn}, since that says that a shipment was made; an invoice without a currency
 * is sent without one. Whether the other party of an invoice is a store is read from the type of its name. Rendering a record
 * that was rendered before changes nothing.
 */
package org.relais.catalogue.push;
