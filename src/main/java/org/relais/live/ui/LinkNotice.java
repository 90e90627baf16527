package org.relais.live.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/**
 * What stands above a page, and in place of one that was asked for, while the page is not live. It is sent along with every page:
 * when it is needed, nothing can be fetched. The browser shows and hides it ({@code frontend/assets/live.js}).
 */
public class LinkNotice extends Div implements LocaleChangeObserver {

    private final Span stale = new Span();
    private final Div kept = told("link-kept", "status");
    private final Div failed = told("link-failed", "alert");
    private final NativeButton retry = button("data-link-retry");
    private final Div title = new Div();
    private final Paragraph text = new Paragraph();
    private final Paragraph seen = new Paragraph();
    private final NativeButton retryPage = button("data-link-retry");
    private final NativeButton stay = button("data-link-stay");

    /** One that is hidden until the browser has something to say. */
    public LinkNotice() {
        setId("link-notice");
        stale.getElement().setAttribute("data-link-as-of", true);
        seen.getElement().setAttribute("data-link-as-of", true);
        Div bar = new Div(stale, retry);
        bar.addClassName("link-bar");
        title.addClassName("link-title");
        title.getElement()
                .setAttribute("role", "heading")
                .setAttribute("aria-level", "1")
                .setAttribute("tabindex", "-1");
        Div actions = new Div(retryPage, stay);
        actions.addClassName("actions");
        Section page = new Section(title, text, seen, actions);
        page.addClassNames("page", "link-page");
        add(bar, page, kept, failed, new UnheardNotice());
    }

    /** Above windows too, where the person has pressed: see {@code acts.js}, which writes the words when they hold. */
    private static Div told(String what, String role) {
        Div words = new Div();
        words.addClassNames("link-told", what);
        words.getElement().setAttribute("popover", "manual").setAttribute("role", role);
        return words;
    }

    private static NativeButton button(String does) {
        NativeButton button = new NativeButton();
        button.addClassName("quiet-button");
        button.getElement().setAttribute("type", "button").setAttribute(does, true);
        return button;
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        stale.getElement().setAttribute("data-words", getTranslation("live.as-of"));
        seen.getElement().setAttribute("data-words", getTranslation("live.page.seen"));
        kept.getElement().setAttribute("data-words", getTranslation("live.kept"));
        failed.getElement().setAttribute("data-words", getTranslation("live.failed"));
        title.getElement().setAttribute("data-words", getTranslation("live.page.title"));
        text.setText(getTranslation("live.page.text"));
        stay.setText(getTranslation("live.page.stay"));
        retry.setText(getTranslation("live.retry"));
        retryPage.setText(getTranslation("live.retry"));
    }
}
