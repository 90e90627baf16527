package org.relais.components;

import com.vaadin.flow.component.notification.Notification;

/** Words that pass by at the edge of the page: what came of something a person did, where nothing else shows it. */
public final class Passing {

    private static final int MILLIS = 5000;

    private Passing() {}

    /** Shows a text for a while. */
    public static void tell(String text) {
        Notification.show(text, MILLIS, Notification.Position.BOTTOM_END);
    }
}
