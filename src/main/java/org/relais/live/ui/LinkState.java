package org.relais.live.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.server.VaadinSession;
import org.relais.doors.ui.BrowserSession;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.sync.ui.StatusFeed;

/** The mark in the frame that says whether the page is live: for that the server tells whose page it is and which state it shows. */
public class LinkState extends LinkMark {

    private final CurrentUser person;

    /** One that says that the page is live, until the browser knows better. */
    public LinkState(StatusFeed feed, CurrentUser person) {
        this.person = person;
        feed.follow(this, status -> getElement().setAttribute("version", Long.toString(feed.version())));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        String session = VaadinSession.getCurrent().getSession().getId();
        getElement()
                .setAttribute("session", BrowserSession.mark(session))
                .setAttribute("person", person.find().map(SignedInUser::id).orElse(""));
    }
}
