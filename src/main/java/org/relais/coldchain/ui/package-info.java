/** The pages of the cold chain, what they say above every other page, at their entry in the drawer and on the first page. */
package org.relais.coldchain.ui;
