package org.relais.live.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinSession;
import org.relais.doors.ui.BrowserSession;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.sync.ui.StatusFeed;

/**
 * The mark in the frame that says whether the page is live. The browser finds that out ({@code frontend/assets/live.js}) and
 * writes it there, with these words; the server tells whose page it is and which state it shows.
 */
@Tag("relais-link")
@StyleSheet("assets/live.css")
public class LinkState extends Component implements LocaleChangeObserver {

    private final CurrentUser person;

    /** One that says that the page is live, until the browser knows better. */
    public LinkState(StatusFeed feed, CurrentUser person) {
        this.person = person;
        setId("link-state");
        getElement()
                .setAttribute("role", "status")
                .setAttribute("aria-live", "polite")
                .setAttribute("data-state", "live");
        feed.follow(this, status -> getElement().setAttribute("version", Long.toString(feed.version())));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        String session = VaadinSession.getCurrent().getSession().getId();
        getElement()
                .setAttribute("session", BrowserSession.mark(session))
                .setAttribute("person", person.find().map(SignedInUser::id).orElse(""));
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
                .setAttribute("since", getTranslation("live.since"));
    }
}
