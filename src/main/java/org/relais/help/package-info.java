/** Help for the people at this site, and their way to those who look after the network. */
package org.relais.help;
