package org.relais.live.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/**
 * Says what a person had pressed or changed when the session ended and what did not reach the server, so that they do it again. The
 * browser knows ({@code frontend/assets/acts.js}) and writes it there, with these words.
 */
@Tag("relais-unheard")
class UnheardNotice extends HtmlContainer implements LocaleChangeObserver {

    private final NativeButton close = new NativeButton();

    UnheardNotice() {
        getElement().setAttribute("role", "alert").setAttribute("hidden", true);
        Span words = new Span();
        words.getElement().setAttribute("data-unheard-words", true);
        close.addClassName("quiet-button");
        close.getElement().setAttribute("type", "button").setAttribute("data-unheard-close", true);
        add(words, close);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        getElement()
                .setAttribute("quoted", getTranslation("live.unheard.quoted"))
                .setAttribute("press", getTranslation("live.unheard.press"))
                .setAttribute("change", getTranslation("live.unheard.change"));
        close.setText(getTranslation("live.unheard.close"));
    }
}
