package org.relais.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import org.relais.catalogue.CentralServer;
import org.relais.central.FailureCode;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.Failure;
import org.relais.run.ui.FailureDetails;
import org.relais.site.SiteReport;

/** What came of asking the central servers about this site: what was found, or what is wrong and what to do, with its "i". */
class ConnectionReport extends Div {

    private final FailureWords failures;
    private final Span glyph = Glyph.CHECK.create();
    private final Paragraph title = new Paragraph();
    private final UnorderedList found = new UnorderedList();
    private final Paragraph hint = new Paragraph();
    private final FailureDetails details;

    ConnectionReport(FailureWords failures) {
        this.failures = failures;
        this.details = new FailureDetails("connection-error-info", failures);
        setId("connection-report");
        addClassName("notice");
        getElement().setAttribute("role", "status");
        title.addClassName("notice-title");
        Div words = new Div(title, found, hint);
        words.addClassName("notice-words");
        add(glyph, words, details);
        setVisible(false);
    }

    /** Says that the central servers are being asked, which may take some seconds. */
    void showAsking(Phrases phrases) {
        getElement().setAttribute("data-tone", "calm");
        glyph.removeClassName("glyph");
        glyph.addClassName("spinner");
        title.setText(phrases.text("connection.testing"));
        found.removeAll();
        hint.setText(phrases.text("connection.testing.hint"));
        details.show(null, null, phrases);
        setVisible(true);
    }

    /** Shows what was found; also that the Open mSupply central server does not take part, and why. */
    void show(SiteReport report, Instant now, Phrases phrases) {
        if (report.anotherSite()) {
            show(
                    new Failure(
                            FailureCode.SITE_MISMATCH,
                            CentralServer.LEGACY,
                            null,
                            report.info().id(),
                            now),
                    now,
                    phrases);
            return;
        }
        Failure open = report.openFailure() == null ? null : Failure.of(report.openFailure(), now);
        say(open == null ? "good" : "warn", open == null ? Glyph.CHECK : Glyph.ALERT);
        title.setText(phrases.text(open == null ? "connection.good" : "connection.partial"));
        found.removeAll();
        item(phrases.text("connection.site", report.info().siteId()));
        if (!report.stores().isEmpty()) {
            item(phrases.text("connection.stores", report.stores().size(), String.join(", ", report.stores())));
        }
        item(phrases.text("connection.legacy"));
        if (open == null) {
            item(phrases.text("connection.open", report.openServer().toString()));
        }
        hint.setText(open == null ? "" : words(open, phrases));
        details.show(open, now, phrases);
    }

    /** Shows what is wrong. */
    void show(Failure failure, Instant now, Phrases phrases) {
        say("bad", Glyph.ALERT);
        title.setText(failures.text(failure.code(), failure.server(), phrases.locale()));
        found.removeAll();
        hint.setText(hint(failure, phrases));
        details.show(failure, now, phrases);
    }

    /** Brings it into view: the buttons that ask for it may stand at the window's edge. */
    void lookAtIt() {
        getElement().executeJs("this.scrollIntoView({block: 'nearest'})");
    }

    private String words(Failure failure, Phrases phrases) {
        return failures.text(failure.code(), failure.server(), phrases.locale()) + " " + hint(failure, phrases);
    }

    /** Who has just typed an address looks there first; in a run it was right before. */
    private String hint(Failure failure, Phrases phrases) {
        return failure.code() == FailureCode.CONNECTION && failure.server() == CentralServer.LEGACY
                ? phrases.text("connection.unreachable.hint")
                : failures.hint(failure.code(), failure.server(), phrases.locale());
    }

    private void item(String text) {
        found.add(new ListItem(text));
    }

    private void say(String tone, Glyph sign) {
        getElement().setAttribute("data-tone", tone);
        glyph.removeClassName("spinner");
        glyph.addClassName("glyph");
        sign.show(glyph);
        setVisible(true);
    }
}
