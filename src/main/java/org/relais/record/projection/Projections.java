package org.relais.record.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.relais.catalogue.RecordTypes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps all projections in step with the record store: whoever changes what the store says of some records says so here, in the
 * same transaction. Types of which nobody declared a projection cost nothing.
 */
@Component
public class Projections {

    private static final int CHUNK = 5000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final int chunk;
    private final Map<String, List<Part>> parts;
    private final Map<String, CarriedReferences> carried;
    private final RebuildStates states;

    @Autowired
    Projections(
            DataSource dataSource,
            RecordTypes types,
            ObjectProvider<Projection> projections,
            ObjectProvider<ReferencesTo> references) {
        this(
                dataSource,
                types,
                projections.orderedStream().toList(),
                references.orderedStream().toList(),
                CHUNK);
    }

    /**
     * Keeps what the rooms declare.
     *
     * @param chunk how many records are made anew at a time
     * @throws IllegalArgumentException when one of them declares something of a table that the catalogue does not know
     */
    public Projections(
            DataSource dataSource,
            RecordTypes types,
            List<Projection> projections,
            List<ReferencesTo> references,
            int chunk) {
        this.template = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(template);
        this.chunk = chunk;
        Set<String> targets = references.stream().map(ReferencesTo::table).collect(Collectors.toSet());
        Stream.concat(projections.stream().map(Projection::type), targets.stream())
                .filter(table -> types.byTable(table).isEmpty())
                .forEach(table -> {
                    throw new IllegalArgumentException("A projection of an unknown table: " + table);
                });
        List<ReferencesPart> asked = types.all().stream()
                .map(type -> new ReferencesPart(type, targets))
                .filter(part -> !part.isEmpty())
                .toList();
        this.carried = asked.stream().collect(Collectors.toMap(Part::type, ReferencesPart::carried));
        this.parts = Stream.concat(projections.stream().map(FieldsPart::of), asked.stream())
                .collect(Collectors.groupingBy(Part::type, LinkedHashMap::new, Collectors.toList()));
        this.states = new RebuildStates(
                jdbc, parts.values().stream().flatMap(List::stream).toList());
    }

    /** The tables in the database that hold projections. */
    public List<String> tables() {
        return Stream.concat(
                        parts.values().stream().flatMap(List::stream).map(Part::table), Stream.of(ReferencesPart.TABLE))
                .distinct()
                .sorted()
                .toList();
    }

    /** How arrivals of a type are to carry the references that somebody asks for. */
    public CarriedReferences carried(String type) {
        return carried.getOrDefault(type, CarriedReferences.NONE);
    }

    /** The store has these records since a moment ago; it had none of them before. */
    public void added(RecordSet records) {
        of(records).forEach(part -> part.fill(records, template));
    }

    /** The store has other versions of these records since a moment ago, or has them no longer. */
    public void changed(RecordSet records) {
        of(records).forEach(part -> {
            part.remove(records, template);
            part.fill(records, template);
        });
    }

    /** The store has none of these records any more, or keeps them as deleted. */
    public void removed(RecordSet records) {
        of(records).forEach(part -> part.remove(records, template));
    }

    private List<Part> of(RecordSet records) {
        return parts.getOrDefault(records.type(), List.of());
    }

    /** Whether everything is as it is declared today; false after a start with other declarations. */
    public boolean areUpToDate() {
        return states.due().isEmpty() && states.undeclared().isEmpty();
    }

    /**
     * Makes some thousand records of what is out of date anew, in the caller's transaction, in which nobody else may write to the
     * store. Killed at any moment, the next call does what is left.
     *
     * @return whether there is more to do
     */
    public boolean rebuildSome() {
        states.begin();
        List<RebuildStates.State> undeclared = states.undeclared();
        List<Part> due = states.due();
        if (!undeclared.isEmpty()) {
            forget(undeclared.getFirst());
        } else if (!due.isEmpty()) {
            rebuild(due.getFirst());
        }
        return undeclared.size() + due.size() > 0;
    }

    private void forget(RebuildStates.State state) {
        boolean done = !state.table().equals(ReferencesPart.TABLE)
                || jdbc.sql("delete from record_reference where type = ? limit " + chunk)
                                .param(state.type())
                                .update()
                        < chunk;
        if (done) {
            states.forget(state);
        }
    }

    private void rebuild(Part part) {
        String after = states.after(part);
        String upTo = jdbc.sql("select id from record_entry where type = ? and id > ? order by id limit 1 offset "
                        + (chunk - 1))
                .params(part.type(), after)
                .query(String.class)
                .optional()
                .orElse(null);
        RecordSet records = RecordSet.between(part.type(), after, upTo);
        part.remove(records, template);
        part.fill(records, template);
        states.reached(part, upTo);
    }
}
