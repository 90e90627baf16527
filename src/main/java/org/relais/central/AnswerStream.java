package org.relais.central;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
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

    /**
     * The memory that one record's text may take, in bytes: some 25 MB where the heap is 256 MB. While it comes, it is held twice as
     * the characters of its largest text and once in pieces; plugin bundles, the largest records known, have some 20 MB.
     */
    static final int LARGEST_RECORD = (int) Math.min(Runtime.getRuntime().maxMemory() / 10, 256 * 1024 * 1024);

    /** How long a table's name, an id or a word may be before it is none, in characters. */
    private static final int LONGEST_WORD = 16 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final MeteredStream bytes;
    private final LongTokens tokens;
    private final JsonParser parser;

    private AnswerStream(MeteredStream bytes) throws IOException {
        this.bytes = bytes;
        passByteOrderMark();
        this.tokens = new LongTokens(bytes, LARGEST_RECORD);
        this.parser = AnswerJson.parser(new InputStreamReader(tokens, StandardCharsets.UTF_8.newDecoder()));
    }

    private void passByteOrderMark() throws IOException {
        bytes.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            bytes.reset();
        }
    }

    /** Reads the object that the answer consists of, up to the answer's very end. */
    static void read(Answer answer, Body body) throws IOException {
        AnswerStream stream = new AnswerStream(answer.body());
        stream.parser.nextToken();
        body.read(stream);
        if (stream.parser.nextToken() != null) {
            throw new UnexpectedAnswer("something follows the answer's end");
        }
    }

    /** Reads an answer. */
    @FunctionalInterface
    interface Body {
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
            tokens.nextPiece();
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
        if (parser.getStringLength() > LONGEST_WORD) {
            throw new UnexpectedAnswer("%s: a text of %d characters".formatted(key, parser.getStringLength()));
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

    /** The value as JSON text, nothing lost; {@code {}} for null, empty when it is larger than {@link #LARGEST_RECORD}. */
    Optional<String> json() {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Optional.of("{}");
        }
        return JsonCopy.copyValue(parser, LARGEST_RECORD).filter(text -> !tokens.cut());
    }

    /** Reads an error value and throws what it means; null is no error. */
    void refuse(Function<JsonNode, CentralFailure> meaning) {
        if (parser.currentToken() != JsonToken.VALUE_NULL) {
            String error =
                    JsonCopy.copyValue(parser, AnswerJson.LARGEST_DOCUMENT).orElse("");
            throw AnswerJson.lenient(error, meaning);
        }
    }

    void skip() {
        parser.skipChildren();
    }
}
