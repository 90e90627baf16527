package org.relais.catalogue;

import org.yaml.snakeyaml.nodes.Node;

/** record-types.yaml holds a mistake; the program cannot start with it. */
final class InvalidRecordTypes extends IllegalStateException {

    InvalidRecordTypes(int line, String what) {
        super("record-types.yaml, line " + line + ": " + what);
    }

    InvalidRecordTypes(Node node, String what) {
        this(lineOf(node), what);
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
