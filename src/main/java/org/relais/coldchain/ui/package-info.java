/**
 * The pages of the cold chain: every sensor of a store at a glance, its temperatures with breaches and readings, each sensor, and what
 * phones sent and nobody could store; and what is said of it above every other page, in the drawer and on the first page.
 */
package org.relais.coldchain.ui;
