/**
 * Who this site is: the central server it belongs to, its credentials and identity there, how far its first synchronisation
 * is, and the addresses under which phones reach it.
 */
package org.relais.site;
