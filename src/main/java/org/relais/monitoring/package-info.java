/** What monitoring gets to know: the health of synchronisation, and measurements of runs, records and calls. */
package org.relais.monitoring;
