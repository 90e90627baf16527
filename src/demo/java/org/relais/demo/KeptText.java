package org.relais.demo;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;

/** Hands over what stands under {@code recordData} as the text that it was: a tree would lose how it was written. */
final class KeptText extends JsonParserDelegate {
    private static final String NAME = "recordData";

    private final byte[] source;
    private boolean keepNext;
    private String kept;

    KeptText(JsonParser parser, byte[] source) {
        super(parser);
        this.source = source;
    }

    @Override
    public String nextName() {
        String name = super.nextName();
        keepNext = NAME.equals(name);
        kept = null;
        return name;
    }

    @Override
    public JsonToken nextToken() {
        JsonToken token = super.nextToken();
        kept = null;
        if (!keepNext) {
            return token;
        }
        keepNext = false;
        if (token == JsonToken.VALUE_NULL) {
            return token;
        }
        int from = (int) currentTokenLocation().getByteOffset();
        skipChildren();
        if (token == JsonToken.VALUE_STRING) {
            getString(); // strings are read when they are asked for
        }
        int to = (int) currentLocation().getByteOffset();
        kept = new String(source, from, to - from, StandardCharsets.UTF_8);
        return JsonToken.VALUE_EMBEDDED_OBJECT;
    }

    @Override
    public JsonToken currentToken() {
        return kept == null ? super.currentToken() : JsonToken.VALUE_EMBEDDED_OBJECT;
    }

    @Override
    public int currentTokenId() {
        return kept == null ? super.currentTokenId() : JsonToken.VALUE_EMBEDDED_OBJECT.id();
    }

    @Override
    public Object getEmbeddedObject() {
        return kept;
    }
}
