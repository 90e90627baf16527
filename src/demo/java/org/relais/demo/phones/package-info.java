/**
 * Phones with mSupply Cold Chain, and the fridges that their sensors lie in. They come in by the site's own interface over HTTP, with
 * the bodies, batches and repetitions of the app: at first thirty days of history, then what is measured, once a minute.
 */
package org.relais.demo.phones;
