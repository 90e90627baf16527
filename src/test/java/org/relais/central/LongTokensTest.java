package org.relais.central;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** What of a JSON text is let through, held against the rule itself applied to the whole text, whatever pieces its bytes come in. */
class LongTokensTest {

    private static final int LONGEST_NUMBER = 64 * 1024;
    private static final int LONGEST_TEXT = LONGEST_NUMBER + 4_465;

    private static final Pattern TOKENS =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?|[0-9]++|[^\"0-9]++", Pattern.DOTALL);
    private static final Pattern CHARACTERS = Pattern.compile("\\\\u[0-9a-f]{4}|\\\\.|.", Pattern.DOTALL);

    @Property(tries = 80)
    void whatIsTooLongIsLeftOut(@ForAll("answers") String answer, @ForAll long pieces) throws IOException {
        LongTokens tokens = new LongTokens(new Pieces(answer, new Random(pieces)), LONGEST_TEXT);

        String through = new String(tokens.readAllBytes(), UTF_8);

        String expected = TOKENS.matcher(answer).replaceAll(token -> Matcher.quoteReplacement(shortened(token)));
        // Not by assertThat(through): what it would print has no end.
        assertThat(through.equals(expected)).isTrue();
        assertThat(tokens.cut()).isEqualTo(!expected.equals(answer));
        tokens.nextPiece();
        assertThat(tokens.cut()).isFalse();
    }

    private static String shortened(MatchResult token) {
        String text = token.group();
        return switch (text.charAt(0)) {
            case '"' -> shortenedText(text);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                text.substring(0, Math.min(text.length(), LONGEST_NUMBER));
            default -> text;
        };
    }

    /** A character, however it is spelled, is let through whole when it begins early enough. */
    private static String shortenedText(String text) {
        int length = 0;
        Matcher character = CHARACTERS.matcher(text).region(1, text.length() - 1);
        while (character.find()) {
            int begin =
                    character.group().startsWith("\\") ? 1 : character.group().length();
            if (length + begin > LONGEST_TEXT) {
                return text.substring(0, character.start()) + '"';
            }
            length += character.group().length();
        }
        return text;
    }

    @Provide
    Arbitrary<String> answers() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, texts()),
                        Tuple.of(2, numbers()),
                        Tuple.of(6, Arbitraries.of("{", "}", "[", "]", ":", ",", "-", ".", "e", "true", " \n\t")))
                .list()
                .ofMaxSize(20)
                .map(tokens -> String.join(",", tokens));
    }

    private static Arbitrary<String> texts() {
        Arbitrary<String> spelled =
                Arbitraries.of("a", "}[:", "é", "漢", "😀", "\\\"", "\\\\", "\\n", "\\u00e9", "\\\\\\\"", "1");
        Arbitrary<Tuple2<String, Integer>> runs = spelled.flatMap(
                one -> lengths(LONGEST_TEXT).map(length -> Tuple.of(one, length / one.length() + length % 3)));
        return runs.list().ofMaxSize(4).map(LongTokensTest::text);
    }

    private static String text(List<Tuple2<String, Integer>> runs) {
        StringBuilder text = new StringBuilder("\"");
        runs.forEach(run -> text.append(run.get1().repeat(run.get2())));
        return text.append('"').toString();
    }

    private static Arbitrary<String> numbers() {
        return lengths(LONGEST_NUMBER).map(length -> "7".repeat(length + 1));
    }

    /** Mostly short, as in every answer, else about as long as may be. */
    private static Arbitrary<Integer> lengths(int most) {
        return Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.integers().between(0, 30)),
                Tuple.of(1, Arbitraries.integers().between(most - 8, most + 8)),
                Tuple.of(1, Arbitraries.integers().between(0, 2 * most)));
    }

    /** Bytes that come a few, or many, at a time. */
    private static final class Pieces extends ByteArrayInputStream {

        private final Random random;
        private final int most;

        Pieces(String text, Random random) {
            super(text.getBytes(UTF_8));
            this.random = random;
            this.most = random.nextBoolean() ? 12 : 20_000;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int wanted) {
            return super.read(target, offset, Math.min(wanted, 1 + random.nextInt(most)));
        }
    }
}
