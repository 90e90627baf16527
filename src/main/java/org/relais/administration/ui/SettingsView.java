package org.relais.administration.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.Roles;

/**
 * The settings of this site: one section at a time, each at an address of its own, with the list of all beside it. Which there
 * are the rooms say: every {@link SettingsSection} is one. What their forms are made of is named here, so that the compiled
 * bundle loads it with this page.
 */
@Route(SettingsView.PATH)
@RouteAlias(SettingsView.PATH + "/:" + SettingsView.SECTION)
@Menu(title = "menu.settings", icon = "settings", order = 110)
@RolesAllowed(Roles.ADMINISTRATOR)
@StyleSheet("assets/settings.css")
@Uses(ConfirmDialog.class)
@Uses(Dialog.class)
@Uses(IntegerField.class)
@Uses(Notification.class)
@Uses(PasswordField.class)
@Uses(Popover.class)
@Uses(RadioButtonGroup.class)
@Uses(Select.class)
@Uses(TextField.class)
class SettingsView extends Section
        implements BeforeEnterObserver, BeforeLeaveObserver, LocaleChangeObserver, HasDynamicTitle {

    static final String PATH = "settings";
    static final String SECTION = "section";

    /** In the address: what a failure's cure leads to. */
    private static final String CORRECT = "correct";

    private final PhraseBook phraseBook;
    private final List<SettingsSection> sections;
    private final H1 title = new H1();
    private final SettingsContents contents;
    private final Div place = new Div();
    private final LeaveQuestion question = new LeaveQuestion();
    private SettingsSection shown;

    /** The sections come from Spring, new ones for each page. */
    SettingsView(PhraseBook phraseBook, List<SettingsSection> sections) {
        this.phraseBook = phraseBook;
        this.sections = sections.stream()
                .sorted(Comparator.comparing(SettingsSection::dangerous).thenComparing(SettingsSection::order))
                .toList();
        this.contents = new SettingsContents(this.sections, SettingsView::address);
        addClassNames("page", "settings-page");
        Header header = new Header(title);
        header.addClassName("page-head");
        place.addClassName("settings-place");
        Div both = new Div(contents, place);
        both.addClassName("settings-columns");
        add(header, both, question);
    }

    private static String address(SettingsSection section) {
        return PATH + "/" + section.name();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<String> wanted = event.getRouteParameters().get(SECTION);
        if (wanted.isEmpty()) {
            event.forwardTo(address(sections.getFirst()));
            return;
        }
        sections.stream()
                .filter(section -> section.name().equals(wanted.get()))
                .findFirst()
                .ifPresentOrElse(section -> open(section, event), () -> event.rerouteToError(NotFoundException.class));
    }

    /** What was typed stays when the very section is asked for that is open. */
    private void open(SettingsSection section, BeforeEnterEvent event) {
        if (section != shown) {
            shown = section;
            place.getElement().removeAllChildren();
            place.getElement().appendChild(section.getElement());
            section.fill(phraseBook.of(event.getUI()));
            translate();
        }
        event.getLocation().getQueryParameters().getSingleParameter(CORRECT).ifPresent(section::correct);
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
        if (shown == null) {
            return;
        }
        getUI().map(phraseBook::of).ifPresent(phrases -> {
            title.setText(phrases.text("settings.title"));
            contents.show(shown, phrases);
            shown.translate(phrases);
        });
    }

    /** Asks before what was typed is lost, also by opening another section. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        boolean stays = event.getNavigationTarget() == getClass() && isShown(event.getRouteParameters());
        if (stays || shown == null || !shown.changed()) {
            return;
        }
        Phrases phrases = phraseBook.of(event.getUI());
        question.ask(event.postpone(), shown::discard, phrases);
        contents.show(shown, phrases);
    }

    private boolean isShown(RouteParameters wanted) {
        return shown != null && wanted.get(SECTION).filter(shown.name()::equals).isPresent();
    }

    @Override
    public String getPageTitle() {
        String page = getTranslation("settings.title") + " · " + getTranslation("app.name");
        return shown == null ? page : getTranslation(shown.titleKey()) + " · " + page;
    }
}
