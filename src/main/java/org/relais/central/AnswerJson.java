package org.relais.central;

import java.io.IOException;
import java.io.Reader;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.relais.vocabulary.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON from the central servers is read: piece by piece where records come, as a tree where an answer is small. Nothing that
 * a server sends may need more memory than is there.
 */
final class AnswerJson {

    /** The largest document that is read as a tree, in bytes. Real ones have some hundred kilobytes at most. */
    static final int LARGEST_DOCUMENT = 1024 * 1024;

    /** Far deeper than any record or form's definition, and a record of this depth can still be stored and sent on. */
    private static final int DEEPEST = 500;

    /**
     * Texts, names and numbers are as long as {@link LongTokens} lets them be. Names are not remembered, as the parser does of
     * itself: an answer may bring ever new ones. Read as characters, as here, it is even faster without.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .build();

    private static final ObjectMapper MAPPER = JsonMapper.builder(FACTORY).build();

    /** A tree may need thirty times the memory of its text: there is one at a time, however many calls are under way. */
    private static final ReentrantLock ONE_TREE = new ReentrantLock();

    private AnswerJson() {}

    static JsonParser parser(Reader in) {
        return FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    /**
     * Reads an answer that is one small object.
     *
     * @param meaning makes of the object what the caller wants; may not keep it
     */
    static <T> T document(Answer answer, Function<Fields, T> meaning) throws IOException {
        byte[] text = answer.body().readNBytes(LARGEST_DOCUMENT + 1);
        if (text.length > LARGEST_DOCUMENT) {
            throw new UnexpectedAnswer(
                    "an answer of more than %d bytes where a short one belongs".formatted(LARGEST_DOCUMENT));
        }
        return alone(() -> meaning.apply(new Fields(MAPPER.readTree(text))));
    }

    /**
     * Reads the text of a value that may be anything.
     *
     * @param meaning is given a missing node when the text is not JSON, or longer than a document may be
     */
    static <T> T lenient(String text, Function<JsonNode, T> meaning) {
        return alone(() -> meaning.apply(tree(text)));
    }

    private static JsonNode tree(String text) {
        try {
            return Texts.bytes(text) > LARGEST_DOCUMENT ? MAPPER.missingNode() : MAPPER.readTree(text);
        } catch (JacksonException e) {
            return MAPPER.missingNode();
        }
    }

    private static <T> T alone(Supplier<T> reading) {
        ONE_TREE.lock();
        try {
            return reading.get();
        } finally {
            ONE_TREE.unlock();
        }
    }
}
