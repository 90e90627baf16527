/**
 * The tokens that programs show instead of a name and a password: made and revoked by administrators.
 *
 * <p>A token is a prefix and 256 random bits, of which the database keeps the SHA-256, unsalted and indexed: what makes bcrypt
 * slow protects passwords that people think up, and nobody guesses 256 bits. So there is nothing to slow down and nothing to
 * count, and a monitoring system that asks every few seconds costs next to nothing. The prefix lets people, and tools that
 * look for secrets where none should be, recognise one. Three levels, each with those before it: look, operate, administer. A
 * revoked token's row is deleted, and who made and revoked which stands in the log. A token cannot sign in on a page, so no
 * token can make tokens.
 */
@ApplicationModule(
        allowedDependencies = {"administration :: ui", "components", "doors", "language", "people", "vocabulary"})
package org.relais.tokens;

import org.springframework.modulith.ApplicationModule;
