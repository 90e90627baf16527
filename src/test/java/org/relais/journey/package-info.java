/**
 * What a person sees, from the real application to a real browser.
 *
 * <p>Neither the engine's nor the browserless tests see whether a state was overwritten before it was painted, whether a QR
 * code can be scanned, or whether a thumb fits on a button. States of the stepper are recorded by a MutationObserver, so also
 * those that were there for a moment only; QR codes are read from screenshots; accessibility is judged by axe-core's script.
 * What was sent is looked up at the demonstration network, not on the page. Assertions wait, nobody sleeps.
 *
 * <p>The Chromium is the system's ({@code RELAIS_CHROMIUM}, else the usual places): nothing is downloaded. A second host name,
 * {@code relais.test}, is mapped to this machine in the browser, because browsers trust the loopback address and give it what
 * they refuse to sites over plain HTTP, the clipboard for one.
 */
package org.relais.journey;
