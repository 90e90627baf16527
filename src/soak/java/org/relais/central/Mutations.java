package org.relais.central;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes of a right answer one that no server should give: it knows what is a key, a value, a record, and puts something else there;
 * or it spoils the bytes.
 */
final class Mutations {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HOLE = "@@hole@@";
    private static final String QUOTED_HOLE = '"' + HOLE + '"';
    private static final int MOST_CHANGES = 3;
    private static final int DEEP = 3_000;
    private static final int LONG = 200_000;
    private static final List<Integer> STATUSES =
            List.of(200, 200, 200, 200, 200, 201, 204, 206, 302, 400, 401, 404, 409, 413, 429, 500, 503);
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "text/html",
            "text/plain",
            "",
            "a/b; charset=utf-16");

    /** What stands where something else belongs, as JSON text, right or wrong. */
    private static final List<String> FRAGMENTS = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1.5",
            "-0",
            "1e3",
            "1e400",
            "-1e-400",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "0123",
            "+1",
            ".5",
            "NaN",
            "Infinity",
            "0x1F",
            "\"\"",
            "\" \"",
            "\"0\"",
            "\"null\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0000\"",
            "\"\u0007\"",
            "\"\\x\"",
            "\"open",
            "'single'",
            "bare",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"\":\"\"}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1,}",
            "[1,]",
            "[1 2]",
            "{\"a\" 1}",
            "/* c */ 1",
            "\"\uFEFF\"",
            "\"😀é漢\"",
            "\"<img onerror=alert(1)>\"",
            "",
            ",",
            "]",
            "}");

    private Mutations() {}

    /**
     * What a server sends.
     *
     * @param length what the head says of the body's length; its own, or another one
     */
    record Sent(int status, String type, String encoding, byte[] body, int length) {}

    static Sent of(String answer, SplittableRandom dice) {
        String text = answer;
        for (int count = dice.nextInt(MOST_CHANGES + 1); count > 0; count--) {
            text = changed(text, dice);
        }
        byte[] body = spoiled(text, dice);
        boolean says = dice.nextInt(12) == 0;
        boolean packs = dice.nextInt(6) == 0;
        if (packs) {
            body = packed(body);
            body = dice.nextInt(3) == 0 ? cut(body, dice) : body;
        }
        int status = STATUSES.get(dice.nextInt(STATUSES.size()));
        int length = dice.nextInt(12) == 0 ? body.length + 1 + dice.nextInt(100) : body.length;
        return new Sent(status, TYPES.get(dice.nextInt(TYPES.size())), packs || says ? "gzip" : "", body, length);
    }

    private static String changed(String text, SplittableRandom dice) {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (RuntimeException noJsonAnyMore) {
            return text;
        }
        List<JsonNode> inner = new ArrayList<>();
        collect(tree, inner);
        if (inner.isEmpty()) {
            return fragment(text, dice);
        }
        JsonNode at = inner.get(dice.nextInt(inner.size()));
        return at instanceof ObjectNode object ? inObject(tree, object, dice) : inArray(tree, (ArrayNode) at, dice);
    }

    private static void collect(JsonNode node, List<JsonNode> inner) {
        if (node.isContainer() && !node.isEmpty()) {
            inner.add(node);
            node.forEach(child -> collect(child, inner));
        }
    }

    private static String inObject(JsonNode tree, ObjectNode object, SplittableRandom dice) {
        List<String> keys = List.copyOf(object.propertyNames());
        String key = keys.get(dice.nextInt(keys.size()));
        String value = object.get(key).toString();
        switch (dice.nextInt(6)) {
            case 0 -> {
                object.remove(key);
                return tree.toString();
            }
            case 1 -> {
                object.set(key + (dice.nextBoolean() ? "x" : "").toUpperCase(), object.remove(key));
                return tree.toString();
            }
            case 2 -> {
                object.put(key, HOLE);
                String name = JSON.writeValueAsString(key);
                return tree.toString()
                        .replace(
                                QUOTED_HOLE,
                                value + "," + name + ":" + (dice.nextBoolean() ? value : fragment(value, dice)));
            }
            case 3 -> {
                String other = keys.get(dice.nextInt(keys.size()));
                JsonNode moved = object.get(other);
                object.set(other, object.get(key));
                object.set(key, moved);
                return tree.toString();
            }
            default -> {
                object.put(key, HOLE);
                return tree.toString().replace(QUOTED_HOLE, fragment(value, dice));
            }
        }
    }

    private static String inArray(JsonNode tree, ArrayNode array, SplittableRandom dice) {
        int at = dice.nextInt(array.size());
        String value = array.get(at).toString();
        switch (dice.nextInt(4)) {
            case 0 -> array.remove(at);
            case 1 -> array.insert(dice.nextInt(array.size()), array.get(at));
            case 2 -> {
                JsonNode first = array.get(0);
                array.set(0, array.get(at));
                array.set(at, first);
            }
            default -> {
                array.set(at, HOLE);
                return tree.toString().replace(QUOTED_HOLE, fragment(value, dice));
            }
        }
        return tree.toString();
    }

    private static String fragment(String value, SplittableRandom dice) {
        return switch (dice.nextInt(10)) {
            case 0 -> "[" + value + "]";
            case 1 -> JSON.writeValueAsString(value);
            case 2 -> value + value;
            case 3 -> "[".repeat(DEEP) + (dice.nextBoolean() ? value + "]".repeat(DEEP) : "");
            case 4 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            case 5 -> dice.nextBoolean() ? "9".repeat(LONG) : "\"" + "x".repeat(LONG) + "\"";
            default -> FRAGMENTS.get(dice.nextInt(FRAGMENTS.size()));
        };
    }

    private static byte[] spoiled(String text, SplittableRandom dice) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return switch (dice.nextInt(16)) {
            case 0 -> cut(body, dice);
            case 1 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.getBytes(dice.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
            case 3 -> text.getBytes(StandardCharsets.ISO_8859_1);
            case 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case 5 -> flipped(body, dice);
            case 6 -> new byte[0];
            case 7 -> (text + "\n<!doctype html><html></html>").getBytes(StandardCharsets.UTF_8);
            default -> body;
        };
    }

    private static byte[] cut(byte[] body, SplittableRandom dice) {
        return Arrays.copyOf(body, dice.nextInt(body.length + 1));
    }

    private static byte[] flipped(byte[] body, SplittableRandom dice) {
        byte[] flipped = body.clone();
        for (int count = dice.nextInt(1, 6); count > 0 && body.length > 0; count--) {
            flipped[dice.nextInt(body.length)] ^= (byte) (1 << dice.nextInt(8));
        }
        return flipped;
    }

    private static byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
