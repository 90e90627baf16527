/** The page for help. */
package org.relais.help.ui;
