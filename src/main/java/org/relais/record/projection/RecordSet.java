package org.relais.record.projection;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.relais.catalogue.RecordKey;

/** Some records of one type, as SQL finds them. */
public final class RecordSet {

    private final String type;
    private final String arrivals;
    private final String condition;
    private final List<Object> parameters;
    private final List<List<String>> named;

    private RecordSet(String type, String arrivals, String condition, List<Object> parameters) {
        this(type, arrivals, condition, parameters, null);
    }

    private RecordSet(
            String type, String arrivals, String condition, List<Object> parameters, List<List<String>> named) {
        this.type = type;
        this.arrivals = arrivals;
        this.condition = condition;
        this.parameters = parameters;
        this.named = named;
    }

    /** Records by their ids, at least one. */
    public static RecordSet of(String type, Collection<String> ids) {
        return new RecordSet(type, "", isIn(ids), List.copyOf(ids));
    }

    /**
     * Records in use whose texts have just been checked.
     *
     * @param ids of at least one
     * @param named for each of them the ids of all records that it names, as in {@link org.relais.catalogue.CheckedRecord#named()}
     */
    public static RecordSet ofChecked(String type, List<String> ids, List<List<String>> named) {
        return new RecordSet(type, "", isIn(ids), List.copyOf(ids), List.copyOf(named));
    }

    private static String isIn(Collection<String> ids) {
        return "%1$s.id in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
    }

    /** One record. */
    public static RecordSet of(RecordKey key) {
        return of(key.table(), List.of(key.id()));
    }

    /**
     * The records of arrivals.
     *
     * @param arrivals the table {@code i} of the arrivals, with {@code type} and {@code record_id}, and with {@code carried} and
     *     {@code ref1} to {@code ref8} as {@link CarriedReferences} has them
     * @param condition on {@code i}, that the type included
     * @param parameters those of the condition
     */
    public static RecordSet ofArrivals(String type, String arrivals, String condition, List<Object> parameters) {
        return new RecordSet(type, arrivals, condition, List.copyOf(parameters));
    }

    /** The records whose ids are larger than one, and not larger than another one, if that is not null. */
    static RecordSet between(String type, String after, String upTo) {
        return upTo == null
                ? new RecordSet(type, "", "%1$s.id > ?", List.of(after))
                : new RecordSet(type, "", "%1$s.id > ? and %1$s.id <= ?", List.of(after, upTo));
    }

    /** Those of the arrivals for which something more is true. */
    RecordSet and(String more) {
        return new RecordSet(type, arrivals, condition + " and " + more, parameters);
    }

    /** Whether it is known which records they name, without their texts. */
    boolean areChecked() {
        return named != null;
    }

    /** For each of {@link #parameters()}, the ids of all records that it names; null unless {@link #areChecked()}. */
    List<List<String>> named() {
        return named;
    }

    boolean areArrivals() {
        return !arrivals.isEmpty();
    }

    String type() {
        return type;
    }

    List<Object> parameters() {
        return parameters;
    }

    /** From which table the rows {@code p} of a projection are found, and which of them. */
    String rows(String table, boolean typed) {
        String ofType = typed ? " and p.type = " + FieldSql.literal(type) : "";
        return arrivals.isEmpty()
                ? table + " p where " + condition.formatted("p") + ofType
                : arrivals + " straight_join " + table + " p on p.id = i.record_id" + ofType + " where " + condition;
    }

    /** From which tables the records in use are found, as entry {@code e}, and which of them. */
    String entries() {
        return entries("");
    }

    /** From which tables the records in use are found, as entry {@code e} and text {@code c}, and which of them. */
    String texts() {
        return entries(" straight_join content c on c.number = e.content");
    }

    private String entries(String texts) {
        String joined = arrivals.isEmpty()
                ? "record_entry e"
                : arrivals + " straight_join record_entry e on e.type = i.type and e.id = i.record_id";
        return joined + texts + " where "
                + (arrivals.isEmpty()
                        ? "e.type = " + FieldSql.literal(type) + " and " + condition.formatted("e")
                        : condition)
                + " and e.deleted_at is null";
    }
}
