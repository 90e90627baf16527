package org.relais.catalogue;

import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Copies JSON from a streaming parser to compact text without loss: the order of keys, keys that come twice, the text of
 * numbers and every character are kept. Only white space between tokens and the spelling of escapes change: control
 * characters and halves of surrogate pairs, which no database column could hold, stay escaped.
 */
public final class JsonCopy {

    /** The deepest nesting that is read. */
    static final int DEEPEST = 500;

    /** Names are not remembered: a record may bring ever new ones, each as long as it likes. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonCopy() {}

    /**
     * Copies the value of any type at which the parser stands and leaves the parser at its last token.
     *
     * @throws tools.jackson.core.JacksonException when the text is broken
     * @throws IllegalArgumentException when it ends inside of the value
     */
    public static String copyValue(JsonParser parser) {
        return copyValue(parser, Long.MAX_VALUE).orElseThrow();
    }

    /**
     * The same with a limit. A value that is larger is passed over, and no more than that much of it is ever held.
     *
     * @param most how many bytes of memory the text may take
     * @return empty when it would take more
     */
    public static Optional<String> copyValue(JsonParser parser, long most) {
        CopiedText out = new CopiedText(most);
        int depth = 0;
        boolean first = true;
        JsonToken token = parser.currentToken();
        while (true) {
            if (token == null) {
                throw new IllegalArgumentException("the JSON text ends inside of a value");
            }
            if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
                out.append(token == JsonToken.END_OBJECT ? '}' : ']');
                depth--;
                first = false;
            } else {
                if (!first) {
                    out.append(',');
                }
                if (token == JsonToken.PROPERTY_NAME) {
                    out.name(parser.currentName());
                    out.append(':');
                    first = true;
                } else {
                    first = appendValue(out, parser, token);
                    depth += first ? 1 : 0;
                }
            }
            if (depth == 0) {
                return out.text();
            }
            token = parser.nextToken();
        }
    }

    /** Whether the value just appended was the opening of an object or array. */
    private static boolean appendValue(CopiedText out, JsonParser parser, JsonToken token) {
        switch (token) {
            case START_OBJECT -> out.append('{');
            case START_ARRAY -> out.append('[');
            case VALUE_STRING -> string(out, parser);
            default -> out.append(parser.getString());
        }
        return token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
    }

    private static void string(CopiedText out, JsonParser parser) {
        out.quote();
        if (!out.isOver()) {
            parser.getString(out);
        }
        out.quote();
    }

    /** A parser over a record's text, with the limits that protect from absurd input. */
    public static JsonParser parser(String json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    /** A text as a JSON string; null as JSON's null. */
    public static String quoted(String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder out = new StringBuilder(text.length() + 2);
        quote(out, text);
        return out.toString();
    }

    /** Appends a text as a JSON string. */
    public static void quote(StringBuilder out, String text) {
        quote(out, text.toCharArray(), 0, text.length());
    }

    private static void quote(StringBuilder out, char[] text, int offset, int length) {
        out.append('"');
        escape(out, text, offset, offset + length);
        out.append('"');
    }

    /**
     * Appends the inside of a JSON string.
     *
     * @return all its characters, one upon the other
     */
    static int escape(StringBuilder out, char[] text, int start, int end) {
        int seen = 0;
        int plainFrom = start;
        for (int i = start; i < end; i++) {
            char c = text[i];
            seen |= c;
            if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            out.append(text, plainFrom, i - plainFrom);
            char next = i + 1 < end ? text[i + 1] : ' ';
            if (Character.isSurrogatePair(c, next)) {
                out.append(c).append(next);
                i++;
            } else {
                escape(out, c);
            }
            plainFrom = i + 1;
        }
        out.append(text, plainFrom, end - plainFrom);
        return seen;
    }

    private static void escape(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default ->
                out.append("\\u")
                        .append(HEX[c >> 12])
                        .append(HEX[c >> 8 & 15])
                        .append(HEX[c >> 4 & 15])
                        .append(HEX[c & 15]);
        }
    }
}
