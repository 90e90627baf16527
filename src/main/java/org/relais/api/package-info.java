/** The HTTP interface for programs: {@code /api/v1}, and the page that describes it. */
package org.relais.api;
