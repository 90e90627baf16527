package org.relais.backup;

import org.relais.startup.StartFailure;

/** A restore was to be made into a schema that has tables already. */
final class SchemaInTheWay extends StartFailure {

    SchemaInTheWay() {
        super("The database that spring.datasource.url names has tables already, and a restore would overwrite them:"
                + " name an empty schema");
    }
}
