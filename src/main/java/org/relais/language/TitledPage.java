package org.relais.language;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/**
 * A page that begins with a way back, a heading and a line about it, and speaks the language of whoever looks at it. What else it
 * shows is added below.
 */
public abstract class TitledPage extends Section implements LocaleChangeObserver, HasDynamicTitle {

    private final PhraseBook phraseBook;
    private final String titleKey;
    private final String backKey;
    private final Anchor back;
    private final H1 heading = new H1();
    private final Div beginning;
    private final Header head;

    /**
     * A page with nothing but a heading and a way back.
     *
     * @param titleKey the words of its title
     * @param backPath the page it leads back to
     * @param backKey the words of that link
     */
    protected TitledPage(PhraseBook phraseBook, String titleKey, String backPath, String backKey) {
        this.phraseBook = phraseBook;
        this.titleKey = titleKey;
        this.backKey = backKey;
        back = new Anchor(backPath);
        back.getElement().setAttribute("router-link", true);
        back.addClassName("back-link");
        beginning = new Div(back, heading);
        head = new Header(beginning);
        head.addClassName("page-head");
        addClassName("page");
        add(head);
    }

    /** Puts a line about the page below its heading. */
    protected final void subtitle(Paragraph line) {
        line.addClassName("subtitle");
        beginning.add(line);
    }

    /** Puts what can be done with the whole page beside its heading. */
    protected final void actions(Component... actions) {
        Div row = new Div(actions);
        row.addClassName("actions");
        head.add(row);
    }

    /** Says the page's own part; called again whenever the language changes. */
    protected abstract void translate(Phrases phrases);

    /** The heading, which is the title unless a page knows better. */
    protected String heading(Phrases phrases) {
        return phrases.text(titleKey);
    }

    /** The phrases for whoever looks at the page, which has to be shown. */
    protected final Phrases phrases() {
        return phraseBook.of(getUI().orElseThrow());
    }

    /** Says everything anew, if the page is shown. */
    protected final void say() {
        if (getUI().isPresent()) {
            Phrases phrases = phrases();
            back.setText(phrases.text(backKey));
            heading.setText(heading(phrases));
            translate(phrases);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        say();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        say();
    }

    @Override
    public String getPageTitle() {
        return getTranslation(titleKey) + " · " + getTranslation("app.name");
    }
}
