/** How one comes in: chains and filters, sessions, refusals, slowing down. */
package org.relais.doors;
