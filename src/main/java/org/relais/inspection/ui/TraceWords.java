package org.relais.inspection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.relais.catalogue.CentralServer;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.Runs;

/** How the story of a record is said: the words, the moments, and which run it was. */
record TraceWords(AsideList pieces, FailureWords servers, Runs runs) {

    Phrases phrases() {
        return pieces.phrases();
    }

    String servers(Collection<CentralServer> named) {
        return named.stream()
                .sorted()
                .map(server -> servers.server(server, phrases().locale()))
                .collect(Collectors.joining(", "));
    }

    String server(CentralServer server) {
        return servers.server(server, phrases().locale());
    }

    /** One thing that happened, and what else is to be said of it. */
    ListItem line(Instant at, String text, Component... more) {
        Span moment = new Span(phrases().moment(at, pieces.now()));
        moment.addClassName("soft");
        Paragraph sentence = new Paragraph(text);
        ListItem line = new ListItem(moment, sentence);
        line.add(more);
        return line;
    }

    /** The run that was going on at a moment, as a link; or that there is none any more. */
    Component run(Instant at) {
        return runs.at(at)
                .<Component>map(run -> {
                    Anchor link = new Anchor(
                            "history/" + run.id(),
                            phrases().text("trace.run", phrases().moment(run.startedAt(), pieces.now())));
                    link.getElement().setAttribute("router-link", true);
                    return link;
                })
                .orElseGet(() -> soft(phrases().text("trace.run.none")));
    }

    Span soft(String text) {
        Span soft = new Span(text);
        soft.addClassName("soft");
        return soft;
    }
}
