/**
 * What an administrator does with this site: sets it up, changes its settings, begins anew.
 *
 * <p>A first synchronisation lasts from minutes to days; meanwhile pages are closed, servers restarted, other browsers opened.
 * So the set-up page keeps no stage of its own: not configured, configured, initialised, as the status says that all pages
 * share. Two things only belong to the page: a question to the central servers that is on its way, and that the person has
 * opened the form to correct the connection. What a site has and which stores are its own is known after the first
 * synchronisation only, so testing a new site names its number. Whoever is no administrator gets the same page without the
 * stages: they are not hidden but not there.
 *
 * <p>Until the first synchronisation is complete every page leads to the set-up, unless it is marked {@link
 * org.relais.components.UsableBeforeSetUp}, needs no sign-in, or tells an error: a new page is closed unless it says
 * otherwise. The question goes to the database and not to the shared status, so it is right in every process at once.
 *
 * <p>When the mSupply central server accepts a new connection and the Open mSupply central server does not, it is saved and
 * the page says what is missing: the first is the one that decides who a site is, and tells where the other stands.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "central",
            "components",
            "exchange",
            "history",
            "language",
            "people",
            "record",
            "run",
            "run :: ui",
            "settings",
            "site",
            "sync",
            "sync :: ui",
            "vocabulary"
        })
package org.relais.administration;

import org.springframework.modulith.ApplicationModule;
