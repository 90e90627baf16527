package org.relais.demo;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the parts of an uploaded form. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*[; ]name=\"([^\"]+)\"");

    private Multipart() {}

    /** The parts' contents by name; none when this is no form. */
    static Map<String, byte[]> read(String contentType, byte[] body) {
        Map<String, byte[]> parts = new HashMap<>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return parts;
        }
        // Latin-1 keeps every byte as one character
        String text = new String(body, StandardCharsets.ISO_8859_1);
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)))) {
            int head = part.indexOf("\r\n\r\n");
            Matcher name = head < 0 ? null : NAME.matcher(part.substring(0, head));
            if (name != null && name.find()) {
                String content = part.substring(head + 4, Math.max(head + 4, part.length() - 2));
                parts.put(name.group(1), content.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }
}
