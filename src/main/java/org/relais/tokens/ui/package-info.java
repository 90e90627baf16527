/** The administrators' list of tokens, a section of the settings. */
package org.relais.tokens.ui;
