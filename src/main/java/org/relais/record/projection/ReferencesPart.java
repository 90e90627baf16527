package org.relais.record.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.relais.catalogue.RecordType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The references of a type's records to those of some tables: what the check of a record finds, nothing else. */
final class ReferencesPart implements Part {

    /** The table of all references that somebody asks for. */
    static final String TABLE = "record_reference";

    private static final String INTO = "replace into record_reference (type, id, target, field, target_id) ";
    private static final int BATCH = 1000;
    /** A text may be megabytes: they are not read all at once. */
    private static final int TEXTS_AT_ONCE = 100;

    private final RecordType type;
    private final List<AskedReference> asked;
    private final CarriedReferences carried;

    ReferencesPart(RecordType type, Set<String> targets) {
        this.type = type;
        this.asked = targets.stream()
                .sorted()
                .flatMap(target -> IntStream.range(0, type.references().size())
                        .filter(i -> type.references().get(i).table().equals(target))
                        .mapToObj(i -> new AskedReference(
                                target, type.references().get(i).field(), i)))
                .toList();
        this.carried = new CarriedReferences(type.blockingReferences().size(), asked);
    }

    private record Row(String id, AskedReference asked, String targetId) {}

    boolean isEmpty() {
        return asked.isEmpty();
    }

    CarriedReferences carried() {
        return carried;
    }

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String type() {
        return type.table();
    }

    @Override
    public void remove(RecordSet records, JdbcTemplate jdbc) {
        jdbc.update(
                "delete p from " + records.rows(TABLE, true),
                records.parameters().toArray());
    }

    @Override
    public void fill(RecordSet records, JdbcTemplate jdbc) {
        if (records.areChecked()) {
            fillFromChecked(records, jdbc);
        } else if (records.areArrivals() && carried.mark() != null) {
            fillFromArrivals(records, jdbc);
            fillFromTexts(records.and("not (i.carried <=> " + carried.mark() + ")"), jdbc);
        } else {
            fillFromTexts(records, jdbc);
        }
    }

    private void fillFromArrivals(RecordSet records, JdbcTemplate jdbc) {
        for (int i = 0; i < asked.size(); i++) {
            String id = "i." + carried.column(i);
            jdbc.update(
                    INTO + "select e.type, e.id, "
                            + FieldSql.literal(asked.get(i).target()) + ", "
                            + FieldSql.literal(asked.get(i).field()) + ", " + id + " from "
                            + records.and("i.carried = " + carried.mark() + " and " + id + " is not null")
                                    .entries(),
                    records.parameters().toArray());
        }
    }

    private void fillFromTexts(RecordSet records, JdbcTemplate jdbc) {
        List<Row> rows = new ArrayList<>();
        JdbcClient.create(jdbc)
                .sql("select e.id, c.data from " + records.texts())
                .params(records.parameters())
                .withFetchSize(TEXTS_AT_ONCE)
                .query(record -> {
                    addRows(record.getString(1), type.check(record.getString(2)).named(), rows);
                });
        write(rows, jdbc);
    }

    private void fillFromChecked(RecordSet records, JdbcTemplate jdbc) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < records.named().size(); i++) {
            addRows((String) records.parameters().get(i), records.named().get(i), rows);
        }
        write(rows, jdbc);
    }

    private void addRows(String id, List<String> named, List<Row> rows) {
        for (AskedReference reference : asked) {
            String targetId = reference.id(named);
            if (targetId != null) {
                rows.add(new Row(id, reference, targetId));
            }
        }
    }

    private void write(List<Row> rows, JdbcTemplate jdbc) {
        jdbc.batchUpdate(INTO + "values (?, ?, ?, ?, ?)", rows, BATCH, (statement, row) -> {
            statement.setString(1, type.table());
            statement.setString(2, row.id);
            statement.setString(3, row.asked.target());
            statement.setString(4, row.asked.field());
            statement.setString(5, row.targetId);
        });
    }

    @Override
    public String version() {
        return Part.versionOf(asked);
    }
}
