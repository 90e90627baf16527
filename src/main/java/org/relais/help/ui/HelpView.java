package org.relais.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import org.relais.help.ContactForms;
import org.relais.people.ui.CurrentStore;
import org.relais.sync.ui.StatusFeed;

/** Where the help begins: how to reach those who look after the network, how to work without internet, and the keys. */
@Route(HelpView.PATH)
@RouteAlias("aide")
@RouteAlias("ayuda")
@Menu(title = "menu.help", icon = "help", order = 120)
@PermitAll
class HelpView extends HelpPage {

    static final String PATH = "help";

    private final ContactPanel contact;
    private final Div more = new Div();

    HelpView(ContactForms forms, CurrentStore currentStore, I18NProvider translations, StatusFeed statusFeed) {
        super(PATH, "help.title");
        contact = new ContactPanel(forms, currentStore, translations);
        more.addClassName("help-stack");
        Div columns = new Div(contact, more);
        columns.addClassName("help-columns");
        add(columns);
        statusFeed.follow(this, status -> contact.look());
    }

    @Override
    void translate() {
        contact.translate();
        more.removeAll();
        more.add(
                panel(
                        "help.offline.title",
                        paragraph("help.offline.work"),
                        list("help.offline.waiting", "help.offline.colour", "help.offline.power")),
                panel("help.keys.title", keys()));
    }

    private DescriptionList keys() {
        DescriptionList keys = new DescriptionList();
        keys.addClassName("help-keys");
        for (String key : new String[] {"sync", "move", "press", "close"}) {
            keys.add(
                    new Term(pressed(getTranslation("help.keys." + key + ".keys"))),
                    new Description(getTranslation("help.keys." + key + ".effect")));
        }
        return keys;
    }

    private static Component pressed(String keys) {
        Span pressed = new Span();
        pressed.getElement().appendChild(new Element("kbd").setText(keys));
        return pressed;
    }
}
