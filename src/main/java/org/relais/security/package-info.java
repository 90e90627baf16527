/** Who may use this site: accounts, signing in, permissions. */
package org.relais.security;
