package org.relais.settings;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The values that were chosen on a page of a site that another process runs. */
public final class KeptSettings {

    private final JdbcClient database;

    /** For the database of a site that was started before. */
    public KeptSettings(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /** The chosen value; empty while nothing was chosen. */
    public Optional<String> find(String name) {
        return database.sql("select value from setting where name = ?")
                .param(name)
                .query(String.class)
                .optional();
    }
}
