/**
 * What a run does with the two central servers: one step after the other sends what waits and fetches what is new. When a run
 * takes place is the business of {@code sync}, what is kept of it that of {@code run}.
 */
package org.relais.exchange;
