package org.relais.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of an object. */
final class FieldSet {

    /** One bit for each in a long tells which were seen. */
    static final int MOST = 64;

    static final FieldSet NONE = new FieldSet(List.of());

    private final List<Field> fields;
    private final List<Field> sent;

    FieldSet(List<Field> fields) {
        this.fields = List.copyOf(fields);
        this.sent = fields.stream()
                .filter(field -> field.sending() != Sending.NEVER)
                .sorted(Comparator.comparing(Field::name))
                .toList();
    }

    /** All of them, in the order of the description. */
    List<Field> fields() {
        return fields;
    }

    /** Those of the push form, by name: the order in which a real site was seen to send them. */
    List<Field> sent() {
        return sent;
    }

    /** The field at a path such as {@code oms_fields.campaign_id}. */
    Optional<Field> find(String path) {
        return all().filter(field -> field.path().equals(path)).findFirst();
    }

    /** All fields and, behind each object, its parts. */
    Stream<Field> all() {
        return fields.stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.parts().all()));
    }
}
