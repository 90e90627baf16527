/** The page on which people read how a program uses the HTTP interface. */
package org.relais.api.ui;
