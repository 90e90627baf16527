/** The HTTP interface for programs: {@code /api/v1}, and what monitoring asks of synchronisation. */
package org.relais.api;
