/** Who somebody is and may do: accounts, the network's word on them, permissions. */
package org.relais.people;
