package org.relais.coldchain.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.util.List;
import org.relais.coldchain.WatchedSensor;
import org.relais.sync.ui.QrCode;

/** What is printed: large, few words, and nothing that only a colour says. */
class PosterSheet extends Div {

    private static final List<String> CASES = List.of("warm", "cold", "power");
    private static final List<String> STEPS = List.of("first", "second", "third");

    PosterSheet() {
        setId("poster");
        addClassNames("panel", "poster-sheet");
    }

    /** @param address where phones reach this server; null when they cannot */
    void show(WatchedSensor watched, URI address, ColdChainWords words) {
        removeAll();
        add(head(watched, words));
        for (String which : CASES) {
            add(instructions(which, words));
        }
        add(foot(address, words));
    }

    private static Div head(WatchedSensor watched, ColdChainWords words) {
        H2 where = new H2(words.where(watched));
        Paragraph name =
                new Paragraph(words.text("poster.sensor", watched.sensor().name()));
        name.addClassName("poster-sensor");
        name.setVisible(watched.place() != null);
        String range = words.range(watched.place());
        Span label = new Span(words.text("poster.limits"));
        Span limits = new Span(range.isEmpty() ? words.text("poster.limits.blank") : range);
        limits.setId("poster-limits");
        limits.addClassName("poster-range");
        Div allowed = new Div(label, limits);
        allowed.addClassName("poster-limits");
        Div head = new Div(new Div(where, name), allowed);
        head.addClassName("poster-head");
        return head;
    }

    private static Div instructions(String which, ColdChainWords words) {
        OrderedList steps = new OrderedList();
        STEPS.forEach(step -> steps.add(new ListItem(words.text("poster." + which + "." + step))));
        Div instructions = new Div(new H3(words.text("poster." + which + ".title")), steps);
        instructions.addClassName("poster-case");
        instructions.getElement().setAttribute("data-case", which);
        return instructions;
    }

    private static Div foot(URI address, ColdChainWords words) {
        Div call = new Div(
                new H3(words.text("poster.call.title")),
                line(words.text("poster.call.name")),
                line(words.text("poster.call.telephone")),
                line(words.text("poster.call.second")));
        call.addClassName("poster-call");
        Div phones = new Div();
        phones.addClassName("poster-phones");
        if (address == null) {
            phones.add(new Paragraph(words.text("server.none")));
        } else {
            Image code = new Image(new QrCode(address.toString()).dataUrl(), address.toString());
            code.setId("poster-qr");
            phones.add(code, new Paragraph(words.text("poster.phones")), new Code(address.toString()));
        }
        Div foot = new Div(call, phones);
        foot.addClassName("poster-foot");
        return foot;
    }

    /** Something to write on by hand. */
    private static Div line(String what) {
        Div line = new Div(new Span(what));
        line.addClassName("poster-line");
        return line;
    }
}
