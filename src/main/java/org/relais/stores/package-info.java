/** The stores of this site: those that are active here, as the network's central server says. */
package org.relais.stores;
