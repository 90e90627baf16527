package org.relais.support;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.tokens.TokenText;

/**
 * Blots out secrets: those that this site has, wherever they stand, and whatever looks like one. What the support team gets is
 * mailed and kept, and logs that were set to tell everything tell too much.
 */
final class Redaction {

    private static final String MASK = GivenSettings.MASK;
    private static final int SHORTEST_SECRET = 3;

    /** Below this length a secret could be a part of a longer word. */
    private static final int UNMISTAKABLE = 8;

    private static final List<Blot> SHAPES = List.of(
            new Blot("(?i)\\b(basic|bearer)\\s+[a-z0-9+/=._~-]{6,}", "$1 " + MASK),
            new Blot(TokenText.PREFIX + "[A-Za-z0-9_-]{20,}", TokenText.PREFIX + MASK),
            new Blot("\\{[a-z0-9]+}\\$\\S+|\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]+", MASK),
            // SHA-256 in hex digits, as both protocols send the site's password, and what is sealed.
            new Blot("(?i)(?<![0-9a-f])[0-9a-f]{64,}(?![0-9a-f])", MASK),
            new Blot("://[^\\s/@:]*:[^\\s/@]+@", "://" + MASK + "@"),
            new Blot(
                    "(?i)((?:password|passwd|pwd|passphrase|secret|credentials?)[\\w.-]{0,20}[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"',;&}\\])]+",
                    "$1" + MASK));

    private final Pattern known;

    /** @param secrets texts that must not be told; very short ones cannot be told from other text and are left alone */
    Redaction(Collection<String> secrets) {
        String alternatives = secrets.stream()
                .filter(secret -> secret.length() >= SHORTEST_SECRET)
                .flatMap(secret -> Stream.of(secret, inAddresses(secret), inJson(secret)))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Redaction::exactly)
                .collect(Collectors.joining("|"));
        this.known = alternatives.isEmpty() ? null : Pattern.compile(alternatives);
    }

    private record Blot(Pattern shape, String replacement) {

        Blot(String shape, String replacement) {
            this(Pattern.compile(shape), replacement);
        }

        String on(String text) {
            return shape.matcher(text).replaceAll(replacement);
        }
    }

    /** A line, or several, without secrets. */
    String of(String text) {
        String clean = known == null ? text : known.matcher(text).replaceAll(Matcher.quoteReplacement(MASK));
        for (Blot blot : SHAPES) {
            clean = blot.on(clean);
        }
        return clean;
    }

    private static String exactly(String secret) {
        String quoted = Pattern.quote(secret);
        return secret.length() >= UNMISTAKABLE ? quoted : "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])";
    }

    private static String inAddresses(String secret) {
        return URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private static String inJson(String secret) {
        return secret.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
