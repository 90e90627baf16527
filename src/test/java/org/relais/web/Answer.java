package org.relais.web;

import java.util.List;

/** An answer as it came: its status, its header lines and what follows. */
record Answer(int status, List<String> headers, String body) {

    static Answer read(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> lines = text.substring(0, end).lines().toList();
        return new Answer(
                Integer.parseInt(lines.getFirst().split(" ")[1]),
                lines.subList(1, lines.size()),
                text.substring(end + 4));
    }

    /** The first header of that name, or an empty text. */
    String header(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
