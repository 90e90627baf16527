/** The tokens that programs show instead of a name and a password: made and revoked by administrators. */
package org.relais.tokens;
