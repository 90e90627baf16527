package org.relais.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of record-types.yaml. Whatever it holds that nobody asked for is a mistake. */
final class Section {

    private final Node node;
    private final Map<String, Node> entries = new LinkedHashMap<>();

    Section(Node node) {
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw new InvalidRecordTypes(node, "expected keys with values");
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (entries.putIfAbsent(word(entry.getKeyNode()), entry.getValueNode()) != null) {
                throw new InvalidRecordTypes(entry.getKeyNode(), "\"" + word(entry.getKeyNode()) + "\" is there twice");
            }
        }
    }

    /** Refuses all keys but these. */
    Section allow(String... keys) {
        List<String> allowed = Arrays.asList(keys);
        entries.forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw new InvalidRecordTypes(value, "unknown key \"" + key + "\", known here are " + allowed);
            }
        });
        return this;
    }

    int line() {
        return InvalidRecordTypes.lineOf(node);
    }

    Map<String, Node> entries() {
        return entries;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Node node(String key) {
        Node value = entries.get(key);
        if (value == null) {
            throw new InvalidRecordTypes(node, "\"" + key + "\" is missing");
        }
        return value;
    }

    String text(String key) {
        return word(node(key));
    }

    Optional<String> optionalText(String key) {
        return Optional.ofNullable(entries.get(key)).map(Section::word);
    }

    boolean flag(String key) {
        Optional<String> text = optionalText(key);
        if (text.isPresent() && !text.get().equals("true")) {
            throw new InvalidRecordTypes(node(key), "\"" + key + "\" is true or left out");
        }
        return text.isPresent();
    }

    /** Whether a key is there with the one value it can have. */
    boolean flag(String key, String value) {
        Optional<String> text = optionalText(key);
        if (text.isPresent() && !text.get().equals(value)) {
            throw new InvalidRecordTypes(node(key), "\"" + key + "\" is " + value + " or left out");
        }
        return text.isPresent();
    }

    /** The constant of an enum that is written in lower case. */
    <E extends Enum<E>> E constant(String key, Class<E> words) {
        return constant(node(key), words);
    }

    static <E extends Enum<E>> E constant(Node node, Class<E> words) {
        String word = word(node);
        for (E candidate : words.getEnumConstants()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(word)) {
                return candidate;
            }
        }
        throw new InvalidRecordTypes(node, "unknown word \"" + word + "\"");
    }

    List<String> texts(String key) {
        return nodes(key).stream().map(Section::word).toList();
    }

    /** The entries of a list; none when the key is not there. */
    List<Node> nodes(String key) {
        Node value = entries.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            throw new InvalidRecordTypes(value, "expected a list");
        }
        return new ArrayList<>(sequence.getValue());
    }

    Optional<Section> section(String key) {
        return Optional.ofNullable(entries.get(key)).map(Section::new);
    }

    static String word(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw new InvalidRecordTypes(node, "expected one word");
        }
        return scalar.getValue();
    }
}
