/**
 * The push forms that no description can tell: one named class for each type of record that needs one, and the draft that they
 * change. Only the catalogue itself uses them.
 */
package org.relais.catalogue.push;
