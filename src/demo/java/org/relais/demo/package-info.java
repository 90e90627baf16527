/**
 * The demonstration network: both central servers as a site meets them, over real HTTP on loopback ports, with the data of a
 * district and faults to order. Active in the profile {@code demo} only; tests and benchmarks start it without Spring.
 */
package org.relais.demo;
