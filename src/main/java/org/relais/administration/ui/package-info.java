/**
 * The pages of administration. Of them other rooms know two interfaces alone: {@link org.relais.administration.ui.SettingsSection}, which
 * is how they put a section of their own into the settings, and {@link org.relais.administration.ui.SetUpAid}, a part of the set-up page.
 *
 * <p>Leaving unsaved settings asks by a {@code <dialog>} of the browser's own: it keeps the focus, closes with Escape and
 * depends on no part of the compiled bundle, which is loaded in parts, one for each route. Whoever uses a component on a page
 * for the first time tries it in a browser: browserless tests do not notice that a part of the bundle is missing.
 */
@NamedInterface("ui")
package org.relais.administration.ui;

import org.springframework.modulith.NamedInterface;
