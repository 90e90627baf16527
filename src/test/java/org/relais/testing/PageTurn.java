package org.relais.testing;

import com.vaadin.flow.server.VaadinSession;

/** The turn of the page that a browserless test has open: what others left for it to do is done. */
public final class PageTurn {

    private PageTurn() {}

    /** Has the page do all that waits for it. */
    public static void take() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }
}
