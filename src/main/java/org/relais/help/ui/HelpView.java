package org.relais.help.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.PermitAll;
import org.relais.components.UsableBeforeSetUp;
import org.relais.help.ContactForms;
import org.relais.stores.ui.CurrentStore;
import org.relais.sync.ui.StatusFeed;

/** Help: how to reach those who look after the network, and what a synchronisation does. */
@Route("help")
@RouteAlias("aide")
@RouteAlias("ayuda")
@Menu(title = "menu.help", icon = "help", order = 120)
@PermitAll
@StyleSheet("assets/rooms.css")
@UsableBeforeSetUp
class HelpView extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final H1 title = new H1();
    private final ContactPanel contact;
    private final SyncSteps steps;

    HelpView(ContactForms forms, CurrentStore currentStore, I18NProvider translations, StatusFeed statusFeed) {
        contact = new ContactPanel(forms, currentStore, translations);
        steps = new SyncSteps(translations);
        addClassNames("page", "help-page");
        Header header = new Header(title);
        header.addClassName("page-head");
        Div columns = new Div(contact, steps);
        columns.addClassName("help-columns");
        add(header, columns);
        statusFeed.follow(this, status -> contact.look());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        translate();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        translate();
    }

    private void translate() {
        title.setText(getTranslation("help.title"));
        contact.translate();
        steps.translate();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("help.title") + " · " + getTranslation("app.name");
    }
}
