package org.relais.api.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.relais.components.CopyButton;
import org.relais.language.Phrases;
import tools.jackson.databind.JsonNode;

/** One call of the HTTP interface: what it is for, what it takes, what it answers, and a command that makes it. */
class DescribedCall extends NativeDetails {

    /** Stands for a token, or for whatever else its maker fills in. */
    private static final String TOKEN = "relais_…";

    DescribedCall(String method, String path, JsonNode call, String origin, InterfaceWords words) {
        Phrases phrases = words.phrases();
        addClassNames("panel", "call");
        Span verb = new Span(method.toUpperCase(Locale.ROOT));
        verb.addClassName("call-method");
        Code address = new Code(path);
        Span title = new Span(words.of(call.path("summary").asString("")));
        title.addClassName("call-title");
        setSummary(verb, address, title);
        Div body = new Div();
        body.addClassName("call-body");
        String description = words.of(call.path("description").asString(""));
        if (!description.isEmpty()) {
            body.add(new Paragraph(description));
        }
        if (!call.path("parameters").isEmpty()) {
            body.add(new H3(phrases.text("interface.parameters")), parameters(call.path("parameters"), words));
        }
        body.add(new H3(phrases.text("interface.answers")), answers(call.path("responses"), words));
        body.add(new H3(phrases.text("interface.example")), example(method, origin + path, phrases));
        setContent(body);
    }

    private static DescriptionList parameters(JsonNode parameters, InterfaceWords words) {
        DescriptionList list = new DescriptionList();
        list.addClassName("call-facts");
        parameters.forEach(each -> list.add(
                new Term(new Code(each.path("name").asString())),
                new Description("%s, %s. %s"
                        .formatted(
                                words.of(each.path("in").asString()),
                                TypeWords.of(each.path("schema"), words),
                                words.of(each.path("description").asString(""))))));
        return list;
    }

    private static DescriptionList answers(JsonNode responses, InterfaceWords words) {
        DescriptionList list = new DescriptionList();
        list.addClassName("call-facts");
        responses
                .propertyStream()
                .sorted((one, other) -> one.getKey().compareTo(other.getKey()))
                .forEach(each -> {
                    String type = each.getValue()
                            .path("content")
                            .valueStream()
                            .findFirst()
                            .map(content -> TypeWords.of(content.path("schema"), words))
                            .orElse("");
                    String about = words.of(each.getValue().path("description").asString(""));
                    list.add(
                            new Term(new Code(each.getKey())),
                            new Description(type.isEmpty() ? about : about + " (" + type + ")"));
                });
        return list;
    }

    private static Div example(String method, String address, Phrases phrases) {
        String verb = method.equals("get") ? "" : " -X " + method.toUpperCase(Locale.ROOT);
        String command = "curl%s -H \"Authorization: Bearer %s\" %s".formatted(verb, TOKEN, address);
        Pre text = new Pre(command);
        text.addClassName("call-example");
        CopyButton copy = new CopyButton();
        copy.show(command, phrases.text("error.copy"), phrases.text("error.copied"));
        Div both = new Div(text, copy);
        both.addClassName("call-command");
        return both;
    }
}
