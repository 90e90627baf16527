package org.relais.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Judges what a browser shows as axe-core does: all of its rules, WCAG 2.2 AA and good practice. In the dark only the colours
 * are judged again, as nothing else changes with them.
 */
final class Axe {

    private static final String JUDGE = """
            async (options) => (await axe.run(document, {...options, resultTypes: ['violations']}))
              .violations.flatMap((rule) => rule.nodes.map((node) =>
                `${rule.id}: ${node.target.join(' ')} ${node.any.concat(node.all, node.none).map((c) => c.message).join('; ')}`))
            """;

    private static final String ALL = "{}";
    private static final String COLOURS = "{runOnly: ['color-contrast', 'link-in-text-block']}";

    private static final String SCRIPT = script();

    private Axe() {}

    /** Has the page ready to be judged, whatever it opens. */
    static void readyIn(Visitor visitor) {
        visitor.page().addInitScript(SCRIPT);
    }

    /** Fails when anything that is shown is against a rule, in the light or in the dark. */
    static void judge(Visitor visitor, String what) {
        visitor.prefers(ColorScheme.DARK);
        assertThat(findings(visitor, COLOURS)).as(what + " in the dark").isEmpty();
        visitor.prefers(ColorScheme.LIGHT);
        assertThat(findings(visitor, ALL)).as(what).isEmpty();
    }

    private static List<?> findings(Visitor visitor, String options) {
        visitor.isStill();
        return (List<?>) visitor.page().evaluate("() => (" + JUDGE.strip() + ")(" + options + ")");
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
