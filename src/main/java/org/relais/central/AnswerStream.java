package org.relais.central;

import java.io.IOException;
import java.util.function.Function;
import org.relais.catalogue.JsonCopy;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * An answer of JSON, read piece by piece in whatever order its keys come. The methods that read a value are called
 * exactly once for each key that is met.
 */
final class AnswerStream {

    /** Takes one member of an object: reads its value from the stream, or {@link AnswerStream#skip}s it. */
    @FunctionalInterface
    interface Member {
        void take(String key) throws IOException;
    }

    /** Takes one element of a list. */
    @FunctionalInterface
    interface Element {
        void take() throws IOException;
    }

    private final MeteredStream bytes;
    private final JsonParser parser;

    private AnswerStream(MeteredStream bytes) {
        this.bytes = bytes;
        this.parser = Json.parser(bytes);
    }

    /** Reads the object that the answer consists of, up to the answer's very end. */
    static void read(Answer answer, Reader reader) throws IOException {
        AnswerStream stream = new AnswerStream(answer.body());
        stream.parser.nextToken();
        reader.read(stream);
        if (stream.parser.nextToken() != null) {
            throw new UnexpectedAnswer("something follows the answer's end");
        }
    }

    /** Reads an answer. */
    @FunctionalInterface
    interface Reader {
        void read(AnswerStream stream) throws IOException;
    }

    /** Walks through the object at which the stream stands. */
    void object(String what, Member member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new UnexpectedAnswer(what + ": an object was expected");
        }
        for (String key = parser.nextName(); key != null; key = parser.nextName()) {
            parser.nextToken();
            member.take(key);
        }
    }

    /** Walks through a list; null counts as an empty one. Each element may be as large as a record may be. */
    void list(String what, Element element) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new UnexpectedAnswer(what + ": a list was expected");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.take();
            bytes.nextPiece();
        }
    }

    long number(String key) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new UnexpectedAnswer(key + ": a whole number was expected");
        }
        return parser.getLongValue();
    }

    String text(String key) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new UnexpectedAnswer(key + ": a text was expected");
        }
        return parser.getString();
    }

    boolean flag(String key) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw new UnexpectedAnswer(key + ": true or false was expected");
        };
    }

    /** The value as JSON text, nothing lost; {@code {}} for null. */
    String json() {
        return parser.currentToken() == JsonToken.VALUE_NULL ? "{}" : JsonCopy.copyValue(parser);
    }

    /** Reads an error value and throws what it means; null is no error. */
    void refuse(Function<JsonNode, CentralFailure> meaning) {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            throw meaning.apply(Json.value(parser));
        }
    }

    void skip() {
        parser.skipChildren();
    }
}
