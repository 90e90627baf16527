package org.relais.api.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.Map;
import org.relais.api.InterfaceDescription;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.TitledPage;
import org.relais.sync.ui.Browser;
import tools.jackson.databind.JsonNode;

/**
 * How a program uses this site: the calls of the HTTP interface, each with a command to try it, and what their answers hold.
 * Drawn from the description of the interface by the server, so that it costs no script and looks like the other pages.
 */
@Route(InterfaceDescription.PATH)
@PermitAll
@StyleSheet("assets/programs.css")
class InterfaceView extends TitledPage {

    private final JsonNode description;
    private final String origin;
    private final Paragraph explanation = new Paragraph();
    private final Anchor file = new Anchor(InterfaceDescription.FILE);
    private final Div body = new Div();

    InterfaceView(InterfaceDescription interfaceDescription, PhraseBook phraseBook) throws JsonProcessingException {
        super(phraseBook, "interface.title", ".", "menu.home");
        description =
                interfaceDescription.read(VaadinServletRequest.getCurrent().getHttpServletRequest());
        URI address = Browser.origin();
        origin = address == null ? "" : address.toString();
        addClassName("interface-page");
        body.setId("interface");
        body.addClassName("interface-body");
        file.setId("interface-file");
        file.addClassName("link-button");
        file.getElement().setAttribute("router-ignore", true).setAttribute("download", "relais-openapi.json");
        subtitle(explanation);
        actions(file);
        add(body);
    }

    /** What the page is drawn from. */
    JsonNode description() {
        return description;
    }

    @Override
    protected void translate(Phrases phrases) {
        explanation.setText(phrases.text("interface.explanation"));
        file.setText(phrases.text("interface.file"));
        body.removeAll();
        InterfaceWords words = new InterfaceWords(phrases);
        description.path("tags").forEach(tag -> addCalls(tag.path("name").asString(), words));
        body.add(new H2(phrases.text("interface.types")));
        description
                .path("components")
                .path("schemas")
                .propertyStream()
                .forEach(type -> body.add(new DescribedType(type.getKey(), type.getValue(), words)));
    }

    /** All calls of one part; of a call that belongs to several it is the first. */
    private void addCalls(String part, InterfaceWords words) {
        body.add(new H2(words.of(part)));
        description
                .path("paths")
                .propertyStream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .filter(call -> call.getValue()
                                .path("tags")
                                .path(0)
                                .asString("")
                                .equals(part))
                        .forEach(call -> body.add(
                                new DescribedCall(call.getKey(), path.getKey(), call.getValue(), origin, words))));
    }
}
