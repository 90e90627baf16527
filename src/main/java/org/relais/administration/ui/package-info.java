/**
 * The pages of administration.
 *
 * <p>Leaving unsaved settings asks by a {@code <dialog>} of the browser's own: it keeps the focus, closes with Escape and
 * depends on no part of the compiled bundle, which is loaded in parts, one for each route. Whoever uses a component on a page
 * for the first time tries it in a browser: browserless tests do not notice that a part of the bundle is missing.
 */
package org.relais.administration.ui;
