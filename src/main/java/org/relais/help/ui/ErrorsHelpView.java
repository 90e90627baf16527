package org.relais.help.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.relais.central.FailureCode;
import org.relais.language.FailureWords;

/** What each error means and who can do something about it; each has an anchor, its code. */
@Route(ErrorsHelpView.PATH)
@PermitAll
class ErrorsHelpView extends HelpPage {

    static final String PATH = "help/errors";
    static final String TITLE = "help.errors.title";

    /**
     * The browser looked for the anchor before the page had one. The address may still be the old one now, and the style sheet
     * on its way, so the entry is held in sight for a moment, unless the person moves on.
     */
    private static final String GO_TO_ANCHOR = """
            const end = performance.now() + 1500;
            let moved = false;
            for (const move of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
              addEventListener(move, () => moved = true, {once: true, passive: true});
            }
            const hold = () => {
              const entry = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
              if (entry && !moved) {
                entry.dataset.sought = '';
                entry.scrollIntoView();
              }
              if (!moved && performance.now() < end) {
                requestAnimationFrame(hold);
              }
            };
            hold();
            """;

    private final FailureWords words;
    private final Paragraph lead = new Paragraph();
    private final NativeLabel searchLabel = new NativeLabel();
    private final Input search = new Input();
    private final Paragraph count = new Paragraph();
    private final Div list = new Div();
    private List<ErrorEntry> entries = List.of();

    ErrorsHelpView(FailureWords words) {
        super(PATH, TITLE);
        this.words = words;
        lead.addClassName("help-text");
        search.setId("error-search");
        search.setType("search");
        search.getElement().setAttribute("autocomplete", "off");
        searchLabel.setFor(search);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filter());
        count.setId("error-count");
        count.addClassName("soft");
        count.getElement().setAttribute("role", "status");
        Div tools = new Div(searchLabel, search, count);
        tools.addClassName("error-search");
        list.addClassName("error-list");
        add(lead, tools, list);
        addAttachListener(attached -> list.getElement().executeJs(GO_TO_ANCHOR));
    }

    Locale language() {
        return getLocale();
    }

    @Override
    void translate() {
        lead.setText(getTranslation("help.errors.lead"));
        searchLabel.setText(getTranslation("help.errors.search"));
        entries = Stream.of(FailureCode.values())
                .map(code -> new ErrorEntry(code, words, this))
                .toList();
        list.removeAll();
        entries.forEach(list::add);
        filter();
    }

    private void filter() {
        entries.forEach(entry -> entry.filter(search.getValue()));
        long found = entries.stream().filter(ErrorEntry::isVisible).count();
        count.setText(getTranslation("help.errors.count", found));
    }
}
