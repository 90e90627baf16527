/** The pages of administration. */
package org.relais.administration.ui;
