/**
 * The HTTP interface for programs: {@code /api/v1}, and the page that describes it.
 *
 * <p>The description (OpenAPI) is made from the code. The page to read and try it is our own and stands behind the pages'
 * door, with Swagger UI's script and style sheet from its jar: as springdoc serves it, it needs the description without an
 * account, or an account by HTTP Basic, which a browser then sends along with every later request, also with those that
 * another site makes it send. The interface keeps its own door: whoever tries a call types in an account or a token, which is
 * forgotten with the page. The page's policy is stricter than the other pages': nothing inline, nothing from elsewhere.
 *
 * <p>A run of the interface is what people's pages call a synchronisation, and its {@code pending} is what they call waiting:
 * the interface says what was agreed upon, the pages what people say. A run's trigger {@code api} is "another program" there.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "central",
            "database",
            "doors",
            "language",
            "people",
            "record",
            "run",
            "site",
            "support",
            "sync",
            "tokens",
            "vocabulary"
        })
package org.relais.api;

import org.springframework.modulith.ApplicationModule;
