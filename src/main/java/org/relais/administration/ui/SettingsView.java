package org.relais.administration.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.Roles;
import org.relais.support.ui.SupportPanel;
import org.relais.tokens.ui.TokensPanel;

/** The settings of this site: panels one below the other, with their table of contents beside them where there is room. */
@Route("settings")
@Menu(title = "menu.settings", icon = "settings", order = 110)
@RolesAllowed(Roles.ADMINISTRATOR)
@StyleSheet("assets/settings.css")
class SettingsView extends Section implements LocaleChangeObserver, HasDynamicTitle, BeforeLeaveObserver {

    private final PhraseBook phraseBook;
    private final H1 title = new H1();
    private final Nav contents = new Nav();
    private final LeaveQuestion question = new LeaveQuestion();
    private final List<SettingsPanel> forms;
    private final List<Part> parts;
    private final Map<Part, Anchor> entries = new LinkedHashMap<>();

    /** What stands on the page under an entry of the contents: a form of ours, or a panel that another room brings. */
    private record Part(Component panel, String titleKey, Consumer<Phrases> translate) {

        static Part of(SettingsPanel form) {
            return new Part(form, form.titleKey(), form::translate);
        }

        String id() {
            return panel.getId().orElseThrow();
        }
    }

    /** The panels come from Spring, new ones for each page. */
    SettingsView(
            PhraseBook phraseBook,
            ConnectionPanel connection,
            SchedulePanel schedule,
            DisplayPanel display,
            HistoryPanel history,
            ServerPanel server,
            TokensPanel tokens,
            SupportPanel support,
            StartOverPanel startOver) {
        this.phraseBook = phraseBook;
        this.forms = List.of(connection, schedule, display, history, server);
        this.parts = Stream.concat(
                        forms.stream().map(Part::of),
                        Stream.of(
                                new Part(tokens, "tokens.title", tokens::translate),
                                new Part(support, "support.title", support::translate),
                                Part.of(startOver)))
                .toList();
        addClassNames("page", "settings-page");
        Header header = new Header(title);
        header.addClassName("page-head");
        Div column = new Div();
        column.addClassName("settings-panels");
        parts.forEach(part -> column.add(part.panel()));
        Div both = new Div(contents, column);
        both.addClassName("settings-columns");
        fillContents();
        add(header, both, question);
    }

    private void fillContents() {
        contents.addClassName("settings-contents");
        UnorderedList list = new UnorderedList();
        for (Part part : parts) {
            // With the page's own path: the browser would look for a place alone on the first page.
            Anchor entry = new Anchor("settings#" + part.id());
            entry.getElement().setAttribute("router-ignore", true);
            entries.put(part, entry);
            list.add(new ListItem(entry));
        }
        contents.add(list);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        Phrases phrases = phraseBook.of(event.getUI());
        forms.forEach(form -> form.fill(phrases));
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
            entries.forEach((part, entry) -> entry.setText(phrases.text(part.titleKey())));
            parts.forEach(part -> part.translate().accept(phrases));
        });
    }

    /** Asks before what was typed is lost. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        boolean stays = event.getNavigationTarget() == getClass();
        if (stays || forms.stream().noneMatch(SettingsPanel::changed)) {
            return;
        }
        question.ask(event.postpone(), phraseBook.of(event.getUI()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title") + " · " + getTranslation("app.name");
    }
}
