package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.exchange.Failures;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.settings.Settings;
import org.relais.site.Site;
import org.relais.site.SiteAccess;
import org.relais.site.SiteDraft;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The central server and the site's account there. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ConnectionPanel extends SettingsPanel {

    private final Site site;
    private final Settings settings;
    private final Notice configured = new Notice("connection-configured", Glyph.INFO, "calm");
    private final Button save = new Button();
    private final ConnectionForm form;
    private final SavedLine saved = new SavedLine("connection-saved");

    ConnectionPanel(
            SiteAccess access,
            Site site,
            Settings settings,
            FailureWords words,
            Failures failures,
            CurrentUser person,
            PhraseBook phraseBook,
            Clock clock) {
        super("connection", 10, phraseBook, person);
        this.site = site;
        this.settings = settings;
        this.form = new ConnectionForm(
                access, new ConnectionQuestion(failures, person), words, phraseBook, clock, save, this::saved);
        save.setId("connection-save");
        save.addClickListener(click -> saved.forget());
        form.fields().onChange(this::typed);
        form.bar().onTakeBack(this::takeBack, form.fields());
        addFields(configured, saved, form);
    }

    @Override
    public void fill(Phrases phrases) {
        site.settings().ifPresent(form::fill);
    }

    @Override
    public boolean changed() {
        return form.fields().changed(site.settings());
    }

    @Override
    public void translate(Phrases phrases) {
        super.translate(phrases);
        save.setText(phrases.text("settings.save"));
        form.translate(phrases, site.configured());
        boolean comesBack = Site.SITE_SETTINGS.stream()
                .anyMatch(name -> settings.configured(name).isPresent());
        configured.setVisible(comesBack);
        if (comesBack) {
            configured.show(phrases.text("settings.connection.configured"), null);
        }
        saved.translate(phrases);
    }

    @Override
    public void correct(String what) {
        form.fields().correct(what);
    }

    private void typed() {
        saved.forget();
        form.bar().show(changed());
    }

    @Override
    public void discard() {
        form.forgetDraft();
    }

    private void takeBack() {
        fill(phrases());
        translate(phrases());
        discard();
        form.bar().show(false);
    }

    /** What the central servers said stays on the page, beside the word that it is kept. */
    private void saved(SiteDraft asked) {
        site.settings().ifPresent(kept -> form.fields().settle(kept, asked));
        form.translate(phrases(), true);
        form.bar().show(changed());
        saved.say("settings.connection.saved", phrases());
    }
}
