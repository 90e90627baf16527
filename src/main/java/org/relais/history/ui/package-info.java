/** The history of synchronisations, and the page of a single one. */
package org.relais.history.ui;
