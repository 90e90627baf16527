package org.relais.support;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database: its version, what was done to its tables, and how large they are. Sizes are in bytes. */
@Component
@Order(3)
class DatabasePart implements Part {

    private final JdbcClient jdbc;

    DatabasePart(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Database(String version, String sqlMode, List<Migration> migrations, List<Table> tables) {}

    private record Migration(String version, String description, boolean success) {}

    private record Table(String table, long rows, long data, long indexes) {}

    @Override
    public String file() {
        return "database.json";
    }

    @Override
    public void write(Writer out) throws IOException {
        Json.write(
                new Database(
                        jdbc.sql("select version()").query(String.class).single(),
                        jdbc.sql("select @@sql_mode").query(String.class).single(),
                        migrations(),
                        tables()),
                out);
    }

    private List<Migration> migrations() {
        return jdbc.sql(
                        "select version, description, success from flyway_schema_history where version is not null order by installed_rank")
                .query((row, n) -> new Migration(
                        row.getString("version"), row.getString("description"), row.getBoolean("success")))
                .list();
    }

    /** The numbers of rows are the server's estimates: it knows them without counting. */
    private List<Table> tables() {
        return jdbc.sql("""
                select table_name, table_rows, data_length, index_length from information_schema.tables
                where table_schema = database() and table_type = 'BASE TABLE' order by table_name
                """)
                .query((row, n) -> new Table(
                        row.getString("table_name"),
                        row.getLong("table_rows"),
                        row.getLong("data_length"),
                        row.getLong("index_length")))
                .list();
    }
}
