/** The frame around all pages: the drawer with its entries, the first page, and what the browser gets to know of the look. */
package org.relais.shell;
