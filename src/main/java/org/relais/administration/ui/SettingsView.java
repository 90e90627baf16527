package org.relais.administration.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;

/** The settings of this site: panels one below the other, with their table of contents beside them where there is room. */
@Route("settings")
@Menu(title = "menu.settings", icon = "settings", order = 110)
@RolesAllowed("ADMIN")
@StyleSheet("assets/rooms.css")
@StyleSheet("assets/settings.css")
class SettingsView extends Section implements LocaleChangeObserver, HasDynamicTitle, BeforeLeaveObserver {

    private static final long serialVersionUID = 1L;

    private final transient PhraseBook phraseBook;
    private final H1 title = new H1();
    private final Nav contents = new Nav();
    private final LeaveQuestion question = new LeaveQuestion();
    private final transient List<SettingsPanel> panels;
    private final transient Map<SettingsPanel, Anchor> entries = new LinkedHashMap<>();

    /** The panels come from Spring, new ones for each page. A further panel is one more parameter here and one more in the list. */
    SettingsView(
            PhraseBook phraseBook,
            ConnectionPanel connection,
            SchedulePanel schedule,
            DisplayPanel display,
            HistoryPanel history,
            ServerPanel server) {
        this.phraseBook = phraseBook;
        this.panels = List.of(connection, schedule, display, history, server);
        addClassNames("page", "settings-page");
        Header header = new Header(title);
        header.addClassName("page-head");
        Div column = new Div();
        column.addClassName("settings-panels");
        panels.forEach(column::add);
        Div both = new Div(contents, column);
        both.addClassName("settings-columns");
        fillContents();
        add(header, both, question);
    }

    private void fillContents() {
        contents.addClassName("settings-contents");
        UnorderedList list = new UnorderedList();
        for (SettingsPanel panel : panels) {
            // With the page's own path: the browser would look for a place alone on the first page.
            Anchor entry = new Anchor("settings#" + panel.getId().orElseThrow());
            entry.getElement().setAttribute("router-ignore", true);
            entries.put(panel, entry);
            list.add(new ListItem(entry));
        }
        contents.add(list);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Phrases phrases = phraseBook.of(event.getUI());
        panels.forEach(panel -> panel.fill(phrases));
        translate();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        translate();
    }

    private void translate() {
        getUI().map(phraseBook::of).ifPresent(phrases -> {
            title.setText(phrases.text("settings.title"));
            contents.getElement().setAttribute("aria-label", phrases.text("settings.contents"));
            entries.forEach((panel, entry) -> entry.setText(phrases.text(panel.titleKey())));
            panels.forEach(panel -> panel.translate(phrases));
        });
    }

    /** Asks before what was typed is lost. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        boolean stays = event.getNavigationTarget() == getClass();
        if (stays || panels.stream().noneMatch(SettingsPanel::changed)) {
            return;
        }
        question.ask(event.postpone(), phraseBook.of(event.getUI()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title") + " · " + getTranslation("app.name");
    }
}
