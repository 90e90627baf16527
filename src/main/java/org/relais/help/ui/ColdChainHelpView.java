package org.relais.help.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.help.PhoneDoor;
import org.relais.people.Permission;

/**
 * How phones with mSupply Cold Chain are connected, with pictures. While this server does not take temperatures yet, the page
 * says so and marks the steps that come later.
 */
@StyleSheet("assets/phones.css")
@Route(ColdChainHelpView.PATH)
@PermitAll
class ColdChainHelpView extends HelpPage {

    static final String PATH = "help/cold-chain";
    static final String TITLE = "help.cold-chain.title";

    private final PhoneDoor door;
    private final Div body = new Div();

    ColdChainHelpView(PhoneDoor door) {
        super(PATH, TITLE);
        this.door = door;
        body.addClassName("help-stack");
        add(body);
    }

    @Override
    void translate() {
        OrderedList steps = new OrderedList(
                step("code", true),
                step("scan", true),
                step("user", true),
                step("test", false),
                step("sensors", true),
                step("arrive", false));
        steps.addClassName("phone-steps");
        body.removeAll();
        if (!door.isOpen()) {
            Notice closed = new Notice("phones-later", Glyph.INFO, "warn");
            closed.show(getTranslation("help.cold-chain.closed"), getTranslation("help.cold-chain.closed.hint"));
            body.add(closed);
        }
        body.add(
                paragraph("help.cold-chain.lead"),
                panel("help.cold-chain.needed.title", needed()),
                steps,
                panel(
                        "help.cold-chain.address.title",
                        paragraph("help.cold-chain.address.explanation"),
                        list(
                                "help.cold-chain.address.accepted",
                                "help.cold-chain.address.refused",
                                "help.cold-chain.address.where")),
                panel(
                        "help.cold-chain.trouble.title",
                        list(
                                "help.cold-chain.trouble.enlarge",
                                "help.cold-chain.trouble.light",
                                "help.cold-chain.trouble.type",
                                "help.cold-chain.trouble.reach")));
    }

    private UnorderedList needed() {
        UnorderedList needed = list("help.cold-chain.needed.phone", "help.cold-chain.needed.link");
        needed.add(new ListItem(getTranslation("help.cold-chain.needed.user", Permission.SEND_TEMPERATURES.number())));
        return needed;
    }

    private ListItem step(String name, boolean worksAlready) {
        Svg picture = new Svg(drawing(name));
        picture.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", getTranslation("help.cold-chain.step." + name + ".picture"));
        ListItem step = new ListItem(picture, new H3(getTranslation("help.cold-chain.step." + name + ".title")));
        step.addClassName("panel");
        if (!worksAlready && !door.isOpen()) {
            step.getElement().setAttribute("data-state", "later");
            Span later = new Span(getTranslation("help.cold-chain.later"));
            later.addClassName("phone-later");
            step.add(later);
        }
        step.add(new Paragraph(getTranslation("help.cold-chain.step." + name + ".text")));
        return step;
    }

    private static String drawing(String name) {
        String path = "/META-INF/resources/assets/help/" + name + ".svg";
        try (InputStream drawing = ColdChainHelpView.class.getResourceAsStream(path)) {
            return new String(drawing.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }
}
