/** The administrators' list of tokens. */
@NamedInterface("ui")
package org.relais.tokens.ui;

import org.springframework.modulith.NamedInterface;
