package org.relais.language;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/** The mark that says whether this server answers, for the pages that are made without Vaadin; {@code live.js} fills it. */
public final class LinkMarkup {

    private LinkMarkup() {}

    /** The mark with its words in a language. */
    public static String html(Phrases phrases) {
        return """
                <relais-link id="link-state" role="status" aria-live="polite" data-state="live" live="%s" reconnecting="%s" \
                offline="%s" since="%s"></relais-link>""".formatted(
                        words(phrases, "live.state.live"),
                        words(phrases, "live.state.reconnecting"),
                        words(phrases, "live.state.offline"),
                        words(phrases, "live.since"));
    }

    private static String words(Phrases phrases, String key) {
        return HtmlUtils.htmlEscape(phrases.text(key), StandardCharsets.UTF_8.name());
    }
}
