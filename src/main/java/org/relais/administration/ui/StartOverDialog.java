package org.relais.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.util.List;
import java.util.Map;
import org.relais.components.FieldProblem;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.components.PageWindow;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.WaitingChanges;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.sync.RunGoingOn;
import org.relais.sync.StartOver;

/** What starting over takes and what it brings back; begins it when the person types the site's name. */
class StartOverDialog extends PageWindow implements LocaleChangeObserver {

    /** The tables whose records people make here, under the keys of their words. */
    private static final Map<String, String> KNOWN_TABLES = Map.of(
            "Location", "startover.table.location",
            "contact_form", "startover.table.contact-form",
            "om_activity_log", "startover.table.activity-log",
            "system_log", "startover.table.system-log",
            "sensor", "startover.table.sensor",
            "temperature_log", "startover.table.temperature-log",
            "temperature_breach", "startover.table.temperature-breach");

    private final StartOver startOver;
    private final PhraseBook phraseBook;
    private List<WaitingChanges> losses;
    private final String siteName;
    private final CurrentUser person;

    private final Notice lost = new Notice("start-over-lost", Glyph.ALERT, "warn");
    private final UnorderedList lostTables = new UnorderedList();
    private final Paragraph comesBack = new Paragraph();
    private final Paragraph stays = new Paragraph();
    private final Paragraph never = new Paragraph();
    private final TextField confirmation = new TextField();
    private final Notice refused = new Notice("start-over-refused", Glyph.INFO, "warn");
    private final Button begin = new Button();
    private final Button cancel = new Button();
    private boolean running;
    private boolean grown;

    StartOverDialog(StartOver startOver, Site site, CurrentUser person, PhraseBook phraseBook) {
        this.startOver = startOver;
        this.phraseBook = phraseBook;
        this.person = person;
        this.losses = startOver.losses();
        this.siteName = site.settings().map(SiteSettings::name).orElseThrow();
        setWidth("34rem");
        lostTables.setId("start-over-losses");
        lostTables.addClassName("start-over-losses");
        confirmation.setId("start-over-name");
        FieldProblem.goesWhenMended(confirmation);
        confirmation.setRequiredIndicatorVisible(true);
        confirmation.setWidthFull();
        confirmation.getElement().setAttribute("autocomplete", "off").setAttribute("autocapitalize", "none");
        begin.setId("start-over-begin");
        begin.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        begin.addClickListener(click -> begin());
        cancel.setId("start-over-cancel");
        cancel.addClickListener(click -> close());
        Div words = new Div(lost, lostTables, comesBack, stays, never, confirmation, refused);
        words.addClassName("start-over-words");
        add(words);
        getFooter().add(cancel, begin);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        translate(phraseBook.of(event.getUI()));
    }

    private void translate(Phrases phrases) {
        long count = sum(losses);
        setHeaderTitle(phrases.text("startover.question", siteName));
        lost.setVisible(false);
        if (count > 0) {
            lost.show(phrases.text("startover.lost", count), phrases.text("startover.lost.advice"));
        }
        lostTables.setVisible(count > 0);
        lostTables.removeAll();
        losses.forEach(table -> lostTables.add(
                new ListItem(phrases.text("startover.lost.table", name(table.table(), phrases), table.count()))));
        comesBack.setText(phrases.text("startover.comes-back"));
        stays.setText(phrases.text("startover.stays"));
        never.setText(phrases.text("startover.never"));
        confirmation.setLabel(phrases.text("startover.confirm"));
        confirmation.setErrorMessage(phrases.text("startover.confirm.wrong", siteName));
        begin.setText(phrases.text("startover.begin"));
        cancel.setText(phrases.text("startover.cancel"));
        refused.setVisible(false);
        if (running) {
            refused.show(phrases.text("startover.running"), phrases.text("startover.running.hint"));
        } else if (grown) {
            refused.show(phrases.text("startover.grown"), phrases.text("startover.grown.hint"));
        }
    }

    private static String name(String table, Phrases phrases) {
        String key = KNOWN_TABLES.get(table);
        return key == null ? phrases.text("startover.table.other", table) : phrases.text(key);
    }

    /** Whether colleagues have saved more since the losses were named; then these are named anew. */
    private boolean lookAgain() {
        long before = sum(losses);
        losses = startOver.losses();
        return sum(losses) > before;
    }

    private static long sum(List<WaitingChanges> changes) {
        return changes.stream().mapToLong(WaitingChanges::count).sum();
    }

    private void begin() {
        String administrator = person.require(Permission.ADMINISTER_SERVER).name();
        running = false;
        grown = lookAgain();
        if (grown) {
            translate(phraseBook.of(UI.getCurrent()));
            return;
        }
        if (startOver.names(confirmation.getValue())) {
            try {
                startOver.begin(confirmation.getValue(), administrator);
                close();
                UI.getCurrent().navigate(SetUpView.class);
                return;
            } catch (RunGoingOn other) {
                running = true;
            }
        } else {
            confirmation.setInvalid(true);
            confirmation.focus();
        }
        translate(phraseBook.of(UI.getCurrent()));
    }
}
