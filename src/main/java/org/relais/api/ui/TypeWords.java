package org.relais.api.ui;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The type of a value as a reader of the description says it; the names of types are those of JSON. */
final class TypeWords {

    private TypeWords() {}

    /** "string", "list of Run", "integer or null"; empty where the schema names none. */
    static String of(JsonNode schema, InterfaceWords words) {
        if (schema.has("$ref")) {
            String reference = schema.path("$ref").asString();
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asString()));
        } else if (type.isString()) {
            types.add(type.asString());
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            schema.path(choice).forEach(each -> types.add(of(each, words)));
        }
        if (types.contains("array")) {
            types.set(types.indexOf("array"), words.of("list of") + " " + of(schema.path("items"), words));
        }
        return String.join(
                " " + words.of("or") + " ",
                types.stream().sorted(TypeWords::nullLast).toList());
    }

    private static int nullLast(String one, String other) {
        return Boolean.compare(one.equals("null"), other.equals("null"));
    }
}
