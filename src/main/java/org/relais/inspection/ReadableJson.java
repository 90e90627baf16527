package org.relais.inspection;

import java.io.StringWriter;
import org.relais.vocabulary.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * A record's text for people's eyes: every key and every number as it came, each on a line of its own.
 *
 * @param text with line breaks; as it came where it is no JSON, or too long
 * @param cut whether the text goes on
 */
public record ReadableJson(String text, boolean cut) {

    /** What is shown of one record at most, in characters. */
    static final int MOST = 100_000;

    private static final JsonFactory JSON = new JsonFactory();

    /** Makes a record's text readable. */
    public static ReadableJson of(String json) {
        String text = json.length() > MOST ? json : indented(json);
        String shown = Texts.cut(text, MOST);
        return new ReadableJson(shown, shown.length() < text.length());
    }

    /** Token by token, so that a key that is there twice is shown twice. */
    private static String indented(String json) {
        StringWriter indented = new StringWriter();
        try (JsonParser from = JSON.createParser(ObjectReadContext.empty(), json);
                JsonGenerator to = JSON.createGenerator(new Indenting(), indented)) {
            for (JsonToken token = from.nextToken(); token != null; token = from.nextToken()) {
                if (token.isNumeric()) {
                    to.writeNumber(from.getString());
                } else {
                    to.copyCurrentEvent(from);
                }
            }
        } catch (JacksonException e) {
            return json;
        }
        return indented.toString();
    }

    private static final class Indenting extends ObjectWriteContext.Base {

        private final PrettyPrinter printer = new DefaultPrettyPrinter();

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
