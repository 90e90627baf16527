package org.relais.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import org.relais.help.ContactForms;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.people.ui.CurrentStore;
import org.relais.run.Run;
import org.relais.run.Runs;
import org.relais.run.ui.AddressedRun;
import org.relais.run.ui.FailureReport;
import org.relais.sync.ui.StatusFeed;

/** Where the help begins: how to reach those who look after the network, how to work without internet, and the keys. */
@Route(HelpView.PATH)
@RouteAlias("aide")
@RouteAlias("ayuda")
@Menu(title = "menu.help", icon = "help", order = 120)
@PermitAll
class HelpView extends HelpPage implements BeforeEnterObserver {

    static final String PATH = "help";

    /** In the address: the run that failed, about which somebody wants to write. */
    private static final String ABOUT = "about";

    private final Runs runs;
    private final FailureWords failures;
    private final PhraseBook phraseBook;
    private final ContactPanel contact;
    private final Div more = new Div();

    HelpView(
            ContactForms forms,
            CurrentStore currentStore,
            Runs runs,
            FailureWords failures,
            PhraseBook phraseBook,
            I18NProvider translations,
            StatusFeed statusFeed) {
        super(PATH, "help.title");
        this.runs = runs;
        this.failures = failures;
        this.phraseBook = phraseBook;
        contact = new ContactPanel(forms, currentStore, translations);
        more.addClassName("help-stack");
        Div columns = new Div(contact, more);
        columns.addClassName("help-columns");
        add(columns);
        statusFeed.follow(this, status -> contact.look());
    }

    /** Who comes from a failure finds its details in the message, to be sent as they are or with what there is to add. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ABOUT)
                .flatMap(number -> AddressedRun.find(runs, number))
                .map(Run::error)
                .map(failure -> new FailureReport(failure, failures, phraseBook.of(event.getUI())))
                .ifPresent(report -> contact.tell(report.text()));
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
