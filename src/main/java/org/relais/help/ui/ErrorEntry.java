package org.relais.help.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;

/** One error in the help, in the words in which people meet it; its code is its anchor. */
class ErrorEntry extends Article {

    /** Those about which there is more to say than what the error itself says. */
    private static final Set<FailureCode> SAYS_MORE = Set.of(
            FailureCode.CONNECTION,
            FailureCode.TLS,
            FailureCode.WRONG_PASSWORD,
            FailureCode.HARDWARE_ID_MISMATCH,
            FailureCode.V6_NOT_CONFIGURED,
            FailureCode.INTEGRATION_TIMEOUT,
            FailureCode.CURSOR_AHEAD,
            FailureCode.RECORD_REFUSED,
            FailureCode.DATABASE,
            FailureCode.DISK_FULL);

    private final String searched;

    ErrorEntry(FailureCode code, FailureWords words, ErrorsHelpView page) {
        Locale language = page.language();
        CentralServer server = only(code);
        setId(code.key());
        addClassNames("panel", "error-entry");
        Paragraph hint = new Paragraph(words.hint(code, server, language));
        add(new H2(words.text(code, server, language)), hint);
        if (SAYS_MORE.contains(code)) {
            add(new Paragraph(page.getTranslation("help.error." + code.key() + ".more")));
        }
        Span who = new Span(
                Glyph.USER.create(),
                new Span(page.getTranslation(Helper.of(code).key())));
        who.addClassName("error-who");
        Span name = new Span(page.getTranslation("error.code") + " ");
        name.add(new Code(code.key()));
        add(new Footer(who, name));
        searched = searched(code, words, language);
    }

    /** The one server that answers with this code, or null when both can. */
    private static CentralServer only(FailureCode code) {
        return switch (code) {
            case API_VERSION_V5, HARDWARE_ID_MISMATCH, SITE_HAS_NO_STORE -> CentralServer.LEGACY;
            case API_VERSION_V6 -> CentralServer.OPEN;
            default -> null;
        };
    }

    /** Also the wording for each server: people paste what they read. */
    private String searched(FailureCode code, FailureWords words, Locale language) {
        StringJoiner all = new StringJoiner(" ");
        all.add(getElement().getTextRecursively());
        for (CentralServer server : CentralServer.values()) {
            all.add(words.text(code, server, language)).add(words.hint(code, server, language));
        }
        return plain(all.toString());
    }

    /** Shows it when every word that was looked for is in it, and hides it otherwise. */
    void filter(String wanted) {
        setVisible(List.of(plain(wanted).strip().split("\\s+")).stream().allMatch(searched::contains));
    }

    /** Without accents, capitals and typographic marks, which nobody types. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
