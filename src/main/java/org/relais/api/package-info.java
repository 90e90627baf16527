/**
 * The HTTP interface for programs: {@code /api/v1}, and the page that describes it.
 *
 * <p>The description (OpenAPI) is made from the code, and so is the page to read it, which stands behind the pages' door. Swagger
 * UI drew it once: 1.4 MB of script, which a slow link carries in half a minute, in English only, and not to be had without
 * faults for screen readers. To try a call, the page gives a command instead of a form: a browser that had an account or a
 * token for the interface would send it along with requests that another site makes it send. The interface keeps its own door.
 *
 * <p>A run of the interface is what people's pages call a synchronisation, and its {@code pending} is what they call waiting:
 * the interface says what was agreed upon, the pages what people say. A run's trigger {@code api} is "another program" there.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "central",
            "components",
            "database",
            "doors",
            "language",
            "people",
            "record",
            "run",
            "site",
            "support",
            "sync",
            "sync :: ui",
            "tokens",
            "vocabulary"
        })
package org.relais.api;

import org.springframework.modulith.ApplicationModule;
