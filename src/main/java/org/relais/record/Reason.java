package org.relais.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.relais.catalogue.Problem;
import org.relais.catalogue.RecordKey;
import org.relais.vocabulary.Texts;

/**
 * Why a record is not in the store, or cannot be sent.
 *
 * @param kind what kind of reason
 * @param field the field that it is about; null when it is about the whole record
 * @param missing the record that is missing, of {@link ReasonKind#REFERENCE_MISSING}; else null
 * @param detail the value, or what was expected, in words for the support team; null when there is nothing to add
 */
public record Reason(ReasonKind kind, String field, RecordKey missing, String detail) {

    private static final int LONGEST_FIELD = 255;
    private static final int LONGEST_DETAIL = 1000;

    public Reason {
        Objects.requireNonNull(kind, "kind");
        field = Texts.cut(field, LONGEST_FIELD);
        detail = Texts.cut(detail, LONGEST_DETAIL);
    }

    /** A reason that is not about another record. */
    public Reason(ReasonKind kind, String field, String detail) {
        this(kind, field, null, detail);
    }

    static Reason of(Problem problem) {
        String field = problem.field().isEmpty() ? null : problem.field();
        return new Reason(ReasonKind.of(problem.kind()), field, problem.detail());
    }

    static Reason of(ReasonKind kind, Throwable cause) {
        return new Reason(kind, null, cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }

    static Reason missing(String field, RecordKey missing) {
        return new Reason(ReasonKind.REFERENCE_MISSING, field, missing, null);
    }

    /** The reason in the columns reason, field, missing_table, missing_id and detail of the inbox; null where there is none. */
    static Reason ofArrival(ResultSet row) throws SQLException {
        String kind = row.getString("reason");
        String table = row.getString("missing_table");
        return kind == null
                ? null
                : new Reason(
                        ReasonKind.named(kind),
                        row.getString("field"),
                        table == null ? null : new RecordKey(table, row.getString("missing_id")),
                        row.getString("detail"));
    }

    /** The record that is missing, of {@link ReasonKind#REFERENCE_MISSING}. */
    public Optional<RecordKey> missingRecord() {
        return Optional.ofNullable(missing);
    }

    /** What there is to add in one text, for the support team: the detail, or the record that is missing; null for nothing. */
    public String addition() {
        return missing == null ? detail : missing.toString();
    }

    /** The reason in one line of English, for logs and the HTTP interface; screens translate by kind. */
    public String text() {
        var text = new StringBuilder(kind.name());
        if (field != null) {
            text.append(" ").append(field);
        }
        if (addition() != null) {
            text.append(": ").append(addition());
        }
        return text.toString();
    }
}
