/** The page for a store's locations. */
package org.relais.locations.ui;
