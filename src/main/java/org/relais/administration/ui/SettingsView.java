package org.relais.administration.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.site.Site;

/** The settings of this site. */
@Route("settings")
@Menu(title = "menu.settings", icon = "settings", order = 110)
@RolesAllowed("ADMIN")
@StyleSheet("assets/rooms.css")
class SettingsView extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient PhraseBook phraseBook;
    private final transient Site site;
    private final H1 title = new H1();
    private final H2 connection = new H2();
    private final SiteFields fields = new SiteFields();
    private final Button test = new Button();
    private final Button save = new Button();

    SettingsView(PhraseBook phraseBook, Site site, FailureWords failures) {
        this.phraseBook = phraseBook;
        this.site = site;
        addClassNames("page", "settings-page");
        Header header = new Header(title);
        header.addClassName("page-head");
        test.setId("connection-test");
        save.setId("connection-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div panel = new Div(connection, fields, test, save, new ConnectionReport(failures), new IntegerField());
        panel.addClassName("panel");
        add(header, panel);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        site.settings().ifPresent(fields::fill);
        translate();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        translate();
    }

    private void translate() {
        getUI().map(phraseBook::of).ifPresent(phrases -> {
            title.setText(phrases.text("settings.title"));
            connection.setText(phrases.text("settings.connection"));
            fields.translate(phrases, site.configured());
            test.setText(phrases.text("connection.test"));
            save.setText(phrases.text("settings.save"));
        });
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title") + " · " + getTranslation("app.name");
    }
}
