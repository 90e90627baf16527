package org.relais.record;

import java.util.Objects;
import java.util.Optional;
import org.relais.catalogue.Problem;
import org.relais.catalogue.ProblemKind;
import org.relais.catalogue.RecordKey;
import org.relais.vocabulary.Texts;

/**
 * Why a record was set aside.
 *
 * @param kind one word for the kind of reason: the name of a {@link ProblemKind}, or one of this class's constants
 * @param field the field that it is about; null when it is about the whole record
 * @param detail the value, or what was expected, in words for the support team; of {@link #REFERENCE_MISSING} the table and
 *     the id that is missing, parted by a blank; null when there is nothing to add
 */
public record Reason(String kind, String field, String detail) {

    /** A record that it refers to is not there; retried by itself when it arrives. */
    public static final String REFERENCE_MISSING = "REFERENCE_MISSING";
    /** This version does not know the table. */
    public static final String UNKNOWN_TYPE = "UNKNOWN_TYPE";
    /** The record's id is empty, or longer than 255 characters. */
    public static final String BAD_ID = "BAD_ID";
    /** The record is larger than this process or the database can hold. Its text was not kept. */
    public static final String TOO_LARGE = "TOO_LARGE";
    /** Records of this type are never deleted by a central server, and this one must not be. */
    public static final String DELETE_REFUSED = "DELETE_REFUSED";
    /** Deleting is not foreseen for this type. */
    public static final String DELETE_UNSUPPORTED = "DELETE_UNSUPPORTED";
    /** Merging is not foreseen for this type. */
    public static final String MERGE_UNSUPPORTED = "MERGE_UNSUPPORTED";
    /** A merge that does not name the two records. */
    public static final String MERGE_UNREADABLE = "MERGE_UNREADABLE";
    /** The database refused the record. */
    public static final String DATABASE = "DATABASE";
    /** The program failed on the record. */
    public static final String FAULT = "FAULT";
    /** The record belongs to a store of another site. */
    public static final String FOREIGN_STORE = "FOREIGN_STORE";

    private static final int LONGEST_FIELD = 255;
    private static final int LONGEST_DETAIL = 1000;

    public Reason {
        Objects.requireNonNull(kind, "kind");
        field = Texts.cut(field, LONGEST_FIELD);
        detail = Texts.cut(detail, LONGEST_DETAIL);
    }

    static Reason of(Problem problem) {
        String field = problem.field().isEmpty() ? null : problem.field();
        return new Reason(problem.kind().name(), field, problem.detail());
    }

    static Reason of(String kind, Throwable cause) {
        return new Reason(kind, null, cause.getMessage() == null ? cause.toString() : cause.getMessage());
    }

    /** The record that is missing, where the kind is {@link #REFERENCE_MISSING}. */
    public Optional<RecordKey> missingRecord() {
        if (!kind.equals(REFERENCE_MISSING) || detail == null) {
            return Optional.empty();
        }
        // Names of tables have no blanks; ids may.
        int blank = detail.indexOf(' ');
        return blank < 0
                ? Optional.empty()
                : Optional.of(new RecordKey(detail.substring(0, blank), detail.substring(blank + 1)));
    }

    /** The reason in one line of English, for logs and the HTTP interface; screens translate by kind. */
    public String text() {
        var text = new StringBuilder(kind);
        if (field != null) {
            text.append(" ").append(field);
        }
        if (detail != null) {
            text.append(": ").append(detail);
        }
        return text.toString();
    }
}
