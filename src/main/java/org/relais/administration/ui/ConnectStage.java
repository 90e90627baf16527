package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import org.relais.exchange.Failures;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.run.ui.Cure;
import org.relais.site.Site;
import org.relais.site.SiteAccess;

/** The first stage: which central server, which site, and whether they know each other. */
class ConnectStage extends Div {

    private final Site site;
    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Button start = new Button();
    private final Button back = new Button();
    private final ConnectionForm form;

    /**
     * A form as empty as the site is new.
     *
     * @param connected what happens when the central server has accepted the site and its credentials are kept
     * @param unchanged what happens when the person goes back without a change
     */
    ConnectStage(
            SiteAccess access,
            Site site,
            PhraseBook phraseBook,
            FailureWords words,
            Failures failures,
            CurrentUser person,
            Clock clock,
            Runnable connected,
            Runnable unchanged) {
        this.site = site;
        this.form = new ConnectionForm(
                access,
                new ConnectionQuestion(failures, person),
                words,
                phraseBook,
                clock,
                start,
                asked -> connected.run());
        setId("setup-connect");
        addClassName("setup-stage-panel");
        hint.addClassName("soft");
        start.setId("setup-start");
        back.setId("setup-back");
        back.addThemeVariants(ButtonVariant.TERTIARY);
        back.addClickListener(click -> {
            form.takeBack();
            unchanged.run();
        });
        form.addAction(back);
        add(title, hint, form);
    }

    /** Fills in what the site has, for a person who wants to correct it, and leads to the field that the cure is in, if one is. */
    void correct(Cure cure) {
        site.settings().ifPresent(form::fill);
        if (cure != null && cure.corrects()) {
            form.fields().correct(cure.field());
        }
    }

    /** The central server's address as it stands in the field. */
    String address() {
        return form.fields().draft().url();
    }

    /** Says everything in a language; {@code mayGoBack} tells that there is a connection that can stay as it is. */
    void show(boolean mayGoBack, Phrases phrases) {
        title.setText(phrases.text("setup.connect.title"));
        hint.setText(phrases.text("setup.connect.hint"));
        start.setText(phrases.text("setup.start"));
        back.setText(phrases.text("setup.back"));
        back.setVisible(mayGoBack);
        form.translate(phrases, site.configured());
    }
}
