/**
 * The pages of the cold chain: the temperatures of a store with its breaches and readings, each sensor, and what phones sent and
 * nobody could store.
 */
package org.relais.coldchain.ui;
