/** The page to sign in on. */
package org.relais.security.ui;
