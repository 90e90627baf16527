/**
 * The frame around all pages: the drawer with its entries, the first page, and what the browser gets to know of the look.
 *
 * <p>People load these pages over slow links on cheap tablets. So it is Aura (12 KB compressed, where Lumo has 41) without its
 * web font, with opaque surfaces and more contrast; no React, as routing happens on the server; plain style sheets, icons as
 * masks and one small script in {@code frontend/assets}, served as they are; the browser's own {@code <select>} for a choice
 * among a few. The bundle is compiled once with the components that are used and committed, so nobody needs Node to build;
 * using a further component does, and the build says so. The program always runs in production mode: there is no development
 * server to fall into.
 *
 * <p>Sessions are never written down, so pages hold services as they are.
 */
@ApplicationModule(
        allowedDependencies = {
            "components",
            "database",
            "language",
            "live :: ui",
            "people",
            "people :: ui",
            "record",
            "run",
            "site",
            "sync",
            "sync :: ui"
        })
package org.relais.shell;

import org.springframework.modulith.ApplicationModule;
