package org.relais.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.relais.components.DecimalField;
import org.relais.settings.Settings;
import org.relais.sync.BadgeSettings;
import org.relais.sync.Synchroniser;
import org.relais.testing.PageTurn;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

/** A site on which nothing is chosen yet, with its settings open before an administrator. */
abstract class SettingsSite extends SeededSite {

    @Autowired
    Settings settings;

    @Autowired
    Synchroniser synchroniser;

    @Autowired
    BadgeSettings badge;

    @BeforeEach
    void administrator() {
        signIn();
        newStore("Centre de santé");
    }

    @AfterEach
    void nothingIsChosen() {
        settings.all().keySet().forEach(settings::forget);
        synchroniser.pause();
        jdbc.sql("delete from sync_run").update();
    }

    void open(String section, String language) {
        Locale locale = Locale.forLanguageTag(language);
        VaadinSession.getCurrent().setLocale(locale);
        UI.getCurrent().setLocale(locale);
        navigate("settings/" + section, SettingsView.class);
        PageTurn.take();
    }

    String said(String id) {
        return component(id).getElement().getTextRecursively();
    }

    Component component(String id) {
        return find(Component.class).withId(id).single();
    }

    TextField text(String id) {
        return find(TextField.class).withId(id).single();
    }

    DecimalField integer(String id) {
        return find(DecimalField.class).withId(id).single();
    }

    Span span(String id) {
        return find(Span.class).withId(id).single();
    }

    Button button(String id) {
        return find(Button.class).withId(id).single();
    }

    /** CLDR's spaces that do not break, as plain ones. */
    static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
