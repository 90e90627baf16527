package org.relais.record.projection;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each part of the projections was made as it is declared today (table {@code projection}). */
final class RebuildStates {

    private final JdbcClient jdbc;
    private final List<Part> parts;

    RebuildStates(JdbcClient jdbc, List<Part> parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    /**
     * How far a part is.
     *
     * @param after the id up to which it was made; empty for nothing, null for everything
     */
    record State(String table, String type, String version, String after) {

        private boolean isOf(Part part) {
            return table.equals(part.table()) && type.equals(part.type());
        }
    }

    /** Notes which parts are to be made, before anything is written in the way that is declared today. */
    void begin() {
        List<State> known = known();
        parts.stream()
                .filter(part ->
                        known.stream().noneMatch(state -> state.isOf(part) && state.version.equals(part.version())))
                .forEach(part -> reached(part, ""));
    }

    /** The parts that are still to be made, or made anew. */
    List<Part> due() {
        List<State> known = known();
        return parts.stream()
                .filter(part -> known.stream()
                        .noneMatch(state ->
                                state.isOf(part) && state.version.equals(part.version()) && state.after == null))
                .toList();
    }

    /** The id up to which a part that is due was made; empty for nothing. */
    String after(Part part) {
        return known().stream()
                .filter(state -> state.isOf(part))
                .map(State::after)
                .findFirst()
                .orElse("");
    }

    /** What was made once and nobody declares today. */
    List<State> undeclared() {
        return known().stream()
                .filter(state -> parts.stream().noneMatch(state::isOf))
                .toList();
    }

    /** A part was made up to an id, or, with null, to the end. */
    void reached(Part part, String after) {
        jdbc.sql("replace into projection (name, type, version, after_id) values (?, ?, ?, ?)")
                .param(part.table())
                .param(part.type())
                .param(part.version())
                .param(after)
                .update();
    }

    void forget(State state) {
        jdbc.sql("delete from projection where name = ? and type = ?")
                .params(state.table, state.type)
                .update();
    }

    private List<State> known() {
        return jdbc.sql("select name, type, version, after_id from projection order by name, type")
                .query((row, n) -> new State(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }
}
