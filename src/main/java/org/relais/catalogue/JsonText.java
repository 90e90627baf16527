package org.relais.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Changes a JSON object as text, so that everything else in it stays exactly as it was written. */
public final class JsonText {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonText() {}

    /**
     * The object with some top-level values replaced. Keys that it has keep their place, others are added at the end.
     *
     * @param object a JSON object
     * @param values the new values by key, each a JSON text
     * @throws JacksonException if it is no JSON object
     */
    public static String with(String object, Map<String, String> values) {
        StringBuilder changed = new StringBuilder(object.length() + 64);
        Map<String, String> missing = new LinkedHashMap<>(values);
        int copied = 0;
        boolean empty = true;
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                empty = false;
                String key = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                if (values.containsKey(key)) {
                    changed.append(object, copied, start).append(values.get(key));
                    copied = end;
                    missing.remove(key);
                }
            }
            int close = (int) parser.currentTokenLocation().getCharOffset();
            changed.append(object, copied, close);
            for (Map.Entry<String, String> added : missing.entrySet()) {
                changed.append(empty ? "" : ",")
                        .append(JsonCopy.quoted(added.getKey()))
                        .append(':')
                        .append(added.getValue());
                empty = false;
            }
            return changed.append(object, close, object.length()).toString();
        }
    }
}
