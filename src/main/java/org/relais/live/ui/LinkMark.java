package org.relais.live.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;

/**
 * The mark that says whether this server answers, for a page outside of the frame. The browser finds that out
 * ({@code frontend/assets/live.js}) and writes it there, with these words.
 */
@Tag("relais-link")
@StyleSheet("assets/live.css")
public class LinkMark extends Component implements LocaleChangeObserver {

    /** One that says that the page is live, until the browser knows better. */
    public LinkMark() {
        setId("link-state");
        getElement()
                .setAttribute("role", "status")
                .setAttribute("aria-live", "polite")
                .setAttribute("data-state", "live");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        say();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        say();
    }

    private void say() {
        getElement()
                .setAttribute("live", getTranslation("live.state.live"))
                .setAttribute("reconnecting", getTranslation("live.state.reconnecting"))
                .setAttribute("offline", getTranslation("live.state.offline"))
                .setAttribute("away", getTranslation("live.state.away"))
                .setAttribute("since", getTranslation("live.since"));
    }
}
