/**
 * The demonstration: both central servers as a site meets them, over real HTTP on loopback ports, with the data of a district
 * and faults to order, and {@link org.relais.demo.Demonstration}, which starts them and a site of theirs. An artifact of its
 * own, compiled on top of the program, which knows nothing of it; tests and the benchmark start the network without a site.
 */
package org.relais.demo;
