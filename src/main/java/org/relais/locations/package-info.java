/**
 * The places of a store where stock is kept: shelves, fridges, cold rooms.
 *
 * <p>A received record has keys that the form does not know and numbers with more digits than a program keeps, so a location
 * is changed in its own text: the form's differences are written into it, everything else stays to the last blank. The record
 * as it was read is its version: if the stored text is another one when the change comes, the person is told and shown what it
 * is now. What came from the network may break our rules (a code of 30 characters) and stays until somebody touches that
 * field.
 */
@ApplicationModule(
        allowedDependencies = {
            "catalogue",
            "components",
            "language",
            "people",
            "people :: ui",
            "record",
            "record :: projection",
            "run",
            "site",
            "sync",
            "sync :: ui",
            "vocabulary"
        })
package org.relais.locations;

import org.springframework.modulith.ApplicationModule;
