/** The places of a store where stock is kept: shelves, fridges, cold rooms. */
package org.relais.locations;
