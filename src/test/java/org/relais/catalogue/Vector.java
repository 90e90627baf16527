package org.relais.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sample record of the network. */
record Vector(String file, String table, String id, String action, String direction, String channel, JsonNode data) {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    static final List<Vector> ALL = read();

    private static List<Vector> read() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/vectors"))) {
            return files.sorted().flatMap(Vector::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Vector> read(Path file) {
        return MAPPER.readTree(file)
                .valueStream()
                .map(node -> new Vector(
                        file.getFileName().toString(),
                        node.get("table").asString(),
                        node.get("record_id").asString(),
                        node.get("action").asString(),
                        node.get("direction").asString(),
                        node.get("channel").asString(),
                        node.get("data")));
    }

    boolean isPull() {
        return direction.equals("pull");
    }

    boolean isDelete() {
        return action.equals("delete");
    }

    String json() {
        return data.toString();
    }

    @Override
    public String toString() {
        return file + " " + direction + " " + table + " " + id;
    }
}
