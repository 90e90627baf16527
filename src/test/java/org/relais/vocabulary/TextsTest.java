package org.relais.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextsTest {

    @Property
    void whatIsCutIsTheBeginningInWholeCharacters(
            @ForAll("texts") String text, @ForAll @IntRange(max = 40) int longest) {
        String cut = Texts.cut(text, longest);

        assertThat(text).startsWith(cut);
        assertThat(cut.codePoints().count())
                .isEqualTo(Math.min(longest, text.codePoints().count()));
        assertThat(cut.codePoints()
                        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE))
                .isFalse();
    }

    @Property
    void anEllipsisStandsWhereSomethingIsMissing(
            @ForAll("texts") String text, @ForAll @IntRange(max = 40) int longest) {
        assertThat(Texts.excerpt(text, longest))
                .isEqualTo(Texts.length(text) <= longest ? text : Texts.cut(text, longest) + "…");
    }

    @Property
    void bytesAreThoseOfUtf8(@ForAll("texts") String text) {
        assertThat(Texts.bytes(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        assertThat(Texts.length(text)).isEqualTo((int) text.codePoints().count());
    }

    @Example
    void noTextStaysNone() {
        assertThat(Texts.cut(null, 3)).isNull();
        assertThat(Texts.excerpt(null, 3)).isNull();
    }

    /** Whole characters of every size, many of them rare. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é", "€", "漢", "😀", "𝔘", "\u0000")
                .list()
                .ofMaxSize(60)
                .map(characters -> String.join("", characters));
    }
}
