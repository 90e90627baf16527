package org.relais.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.push.JsonValue;
import org.yaml.snakeyaml.nodes.Node;
import tools.jackson.core.JacksonException;

/** Reads the fields of one entry of record-types.yaml. */
final class FieldReader {

    private final Set<String> mergingTables;
    private final boolean pushed;

    /**
     * @param mergingTables the tables whose records can be merged
     * @param pushed whether a site sends the type to some server
     */
    FieldReader(Set<String> mergingTables, boolean pushed) {
        this.mergingTables = mergingTables;
        this.pushed = pushed;
    }

    FieldSet read(Node node, String prefix) {
        List<Field> fields = new ArrayList<>();
        new Section(node).entries().forEach((name, value) -> fields.add(field(name, prefix + name, value)));
        if (fields.size() > FieldSet.MOST) {
            throw new InvalidRecordTypes(node, "more than " + FieldSet.MOST + " fields in one object");
        }
        return new FieldSet(fields);
    }

    private Field field(String name, String path, Node node) {
        Section section = new Section(node)
                .allow(
                        "type",
                        "presence",
                        "empty",
                        "zero",
                        "values",
                        "aliases",
                        "others",
                        "refers",
                        "default",
                        "sent",
                        "fields",
                        "of");
        Field field = of(name, path, section, section.constant("presence", Presence.class));
        contradictions(field, section);
        return field;
    }

    private Field element(String path, Node node) {
        Section section = new Section(node).allow("type", "fields", "of");
        return of("", path, section, Presence.REQUIRED);
    }

    private Field of(String name, String path, Section section, Presence presence) {
        FieldType type = section.constant("type", FieldType.class);
        boolean parted = type == FieldType.OBJECT;
        boolean filled = type == FieldType.MAP || type == FieldType.LIST;
        if (parted != section.has("fields") || filled != section.has("of")) {
            throw new InvalidRecordTypes(
                    section.line(), "an object has fields, a map and a list have of, other types neither");
        }
        if ((type == FieldType.ENUM) != section.has("values")) {
            throw new InvalidRecordTypes(section.line(), "an enum has values, other types have none");
        }
        Set<String> values = new LinkedHashSet<>(section.texts("values"));
        return new Field(
                name,
                path,
                section.line(),
                type,
                presence,
                section.flag("empty", "unset"),
                section.flag("zero", "unset"),
                values,
                aliases(section, values),
                section.has("others") ? section.constant("others", Others.class) : Others.REFUSED,
                section.section("refers").map(this::target),
                section.optionalText("default").map(text -> fallback(section, type, text)),
                section.has("sent") ? section.constant("sent", Sending.class) : Sending.AS_TYPE,
                parted ? read(section.node("fields"), path + ".") : FieldSet.NONE,
                filled ? Optional.of(element(path, section.node("of"))) : Optional.empty());
    }

    private static Map<String, String> aliases(Section section, Set<String> values) {
        Map<String, String> aliases = new LinkedHashMap<>();
        section.section("aliases").ifPresent(all -> all.entries().forEach((alias, value) -> {
            if (!values.contains(Section.word(value))) {
                throw new InvalidRecordTypes(value, "\"" + Section.word(value) + "\" is none of the values");
            }
            aliases.put(alias, Section.word(value));
        }));
        return aliases;
    }

    private Target target(Section section) {
        section.allow("to", "missing", "always_there", "merged");
        String table = section.text("to");
        boolean waits =
                switch (section.text("missing")) {
                    case "waits" -> true;
                    case "kept" -> false;
                    default -> throw new InvalidRecordTypes(section.node("missing"), "missing is waits or kept");
                };
        boolean merges = mergingTables.contains(table);
        boolean keptWhenMerged = section.flag("merged", "kept");
        if (keptWhenMerged && !merges) {
            throw new InvalidRecordTypes(section.node("merged"), "records of " + table + " are never merged");
        }
        if (section.has("always_there") && !waits) {
            throw new InvalidRecordTypes(section.node("always_there"), "nothing waits here");
        }
        return new Target(table, waits, Set.copyOf(section.texts("always_there")), merges && !keptWhenMerged);
    }

    private static String fallback(Section section, FieldType type, String text) {
        boolean quoted =
                switch (type) {
                    case TEXT, ENUM, DATETIME -> true;
                    case NUMBER, INTEGER, BOOLEAN -> false;
                    default -> throw new InvalidRecordTypes(section.node("default"), "this type has no default");
                };
        if (quoted) {
            StringBuilder out = new StringBuilder();
            JsonCopy.quote(out, text);
            return out.toString();
        }
        try {
            boolean fits = JsonValue.parse(text)
                    .is(type == FieldType.BOOLEAN ? JsonValue.Kind.BOOLEAN : JsonValue.Kind.NUMBER);
            if (fits) {
                return text;
            }
        } catch (JacksonException e) {
            throw new InvalidRecordTypes(section.node("default"), "\"" + text + "\" does not fit the type");
        }
        throw new InvalidRecordTypes(section.node("default"), "\"" + text + "\" does not fit the type");
    }

    private void contradictions(Field field, Section section) {
        refuse(section, "empty", field.emptyIsUnset() && !field.type().canBeEmpty(), "this type is never empty");
        boolean number = field.type() == FieldType.NUMBER || field.type() == FieldType.INTEGER;
        refuse(section, "zero", field.zeroIsUnset() && !number, "only a number can be 0");
        refuse(section, "others", section.has("others") && field.type() != FieldType.ENUM, "only an enum has others");
        refuse(
                section,
                "aliases",
                section.has("aliases") && field.type() != FieldType.ENUM,
                "only an enum has aliases");
        refuse(section, "refers", field.target().isPresent() && field.type() != FieldType.TEXT, "only a text refers");
        refuse(section, "default", section.has("default") && !pushed, "the type is not sent");
        refuse(
                section,
                "default",
                section.has("default") && field.presence() != Presence.OPTIONAL_NOT_NULL,
                "only an optional_not_null field needs one");
        refuse(section, "sent", section.has("sent") && !pushed, "the type is not sent");
        refuse(
                section,
                "sent",
                field.sending() == Sending.NEVER && field.presence() == Presence.REQUIRED,
                "a required field is sent");
        refuse(section, "sent", !fits(field.sending(), field.type()), "this type cannot be sent so");
    }

    private static boolean fits(Sending sending, FieldType type) {
        return switch (sending) {
            case AS_TYPE, NEVER -> true;
            case DAY -> type == FieldType.DATE;
            case WITH_FRACTION -> type == FieldType.TIME;
            case ALWAYS, WHEN_SET -> type == FieldType.OBJECT;
        };
    }

    private static void refuse(Section section, String key, boolean wrong, String why) {
        if (wrong) {
            throw new InvalidRecordTypes(section.node(key), key + ": " + why);
        }
    }
}
