/** How one comes in: the doors that rooms open for programs, signing in, refusals, slowing down. */
package org.relais.doors;
