package org.relais.backup;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table as it is made and read.
 *
 * @param name its name
 * @param statement makes it, empty
 * @param columns those whose values are kept; what the database computes itself is not among them
 * @param key the columns by whose order its rows are read
 */
record TableShape(String name, String statement, List<Column> columns, List<String> key) {

    /** Quartz plans everything anew at each start; what it had begun nobody carries on. */
    private static final String OF_THE_SCHEDULER = "qrtz_";

    /**
     * A column.
     *
     * @param bytes whether its values are read as they are; else as the text that the database writes for them
     */
    record Column(String name, boolean bytes) {

        private String expression() {
            return bytes ? quoted(name) : "cast(" + quoted(name) + " as char)";
        }
    }

    /** Whether rows of it belong into a backup. */
    boolean keepsRows() {
        return !name.toLowerCase(Locale.ROOT).startsWith(OF_THE_SCHEDULER);
    }

    String select() {
        return "select " + columns.stream().map(Column::expression).collect(Collectors.joining(", ")) + " from "
                + quoted(name)
                + (key.isEmpty()
                        ? ""
                        : key.stream().map(TableShape::quoted).collect(Collectors.joining(", ", " order by ", "")));
    }

    String insert() {
        return columns.stream()
                        .map(Column::name)
                        .map(TableShape::quoted)
                        .collect(Collectors.joining(", ", "insert into " + quoted(name) + " (", ")"))
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ", " values (", ")"));
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
