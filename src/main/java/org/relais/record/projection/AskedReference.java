package org.relais.record.projection;

import java.util.List;
import org.relais.vocabulary.Texts;

/**
 * A reference that somebody asks for.
 *
 * @param target the table of the record that is named
 * @param field by which key
 * @param position where it is among all references of its type
 */
record AskedReference(String target, String field, int position) {

    static final int LONGEST_ID = 255;

    /**
     * The id that is kept of a record.
     *
     * @param named the ids of all its references
     * @return null when it names none, or what is too long for an id
     */
    String id(List<String> named) {
        String id = named.get(position);
        return id == null || id.isEmpty() || Texts.length(id) > LONGEST_ID ? null : whole(id);
    }

    /** Halves of surrogate pairs, which no database holds, are replaced: here, so that no driver does it in its own way. */
    private static String whole(String id) {
        return Texts.isWhole(id)
                ? id
                : id.codePoints()
                        .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
