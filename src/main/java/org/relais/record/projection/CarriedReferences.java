package org.relais.record.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.relais.catalogue.RecordType;
import org.relais.vocabulary.Texts;

/**
 * How arrivals of one type carry the references that somebody asks for into the store: their text was read when they came, and
 * is not read again when they are stored. The ids stand in those of the columns {@code ref1} to {@code ref8} that the blocking
 * references leave free, and the mark beside them says which they are: arrivals may wait longer than a version of the program
 * lives. Where not all of them find room, none is carried, and their texts are read.
 */
public final class CarriedReferences {

    /** Nobody asks for any. */
    static final CarriedReferences NONE = new CarriedReferences(0, List.of());

    private final int first;
    private final List<AskedReference> asked;
    private final Integer mark;

    CarriedReferences(int blocking, List<AskedReference> asked) {
        this.first = blocking;
        this.asked = asked;
        boolean fit = !asked.isEmpty() && blocking + asked.size() <= RecordType.MOST_BLOCKING_REFERENCES;
        this.mark =
                fit ? Integer.parseUnsignedInt(Part.versionOf(List.of(first, asked)), 0, Integer.BYTES * 2, 16) : null;
    }

    /**
     * What stands in an arrival's row.
     *
     * @param ids of {@code ref1} to {@code ref8}; null where there is none
     * @param mark which references follow the blocking ones; null for none
     */
    public record Columns(List<String> ids, Integer mark) {}

    /**
     * What stands in an arrival's row.
     *
     * @param blocking the ids of the blocking references, at most eight; cut where they are too long for an id
     * @param named the ids of all references, as in {@link org.relais.catalogue.CheckedRecord#named()}; empty when they are not
     *     known
     */
    public Columns columns(List<String> blocking, List<String> named) {
        List<String> ids = new ArrayList<>(Collections.nCopies(RecordType.MOST_BLOCKING_REFERENCES, null));
        for (int i = 0; i < blocking.size(); i++) {
            ids.set(i, Texts.cut(blocking.get(i), AskedReference.LONGEST_ID));
        }
        if (mark == null || named.isEmpty()) {
            return new Columns(ids, null);
        }
        for (int i = 0; i < asked.size(); i++) {
            ids.set(first + i, asked.get(i).id(named));
        }
        return new Columns(ids, mark);
    }

    /** Which references the rows of today's arrivals carry; null for none. */
    Integer mark() {
        return mark;
    }

    /** The column of one of them. */
    String column(int asked) {
        return "ref" + (first + asked + 1);
    }
}
