/** The pages for help: whom to ask, and what the pages, the failures and the phones mean. */
package org.relais.help.ui;
