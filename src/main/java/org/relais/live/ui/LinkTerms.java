package org.relais.live.ui;

import com.vaadin.flow.component.PushConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/**
 * How fast Vaadin's client takes up its two lines again. Its own terms are those of the open internet: five seconds between
 * two tries, a minute of tries before it gives up WebSockets behind a proxy that lets none through, and no end to waiting for a
 * proxy that swallows them.
 */
@Component
class LinkTerms implements VaadinServiceInitListener {

    private static final int BETWEEN_MILLIS = 1_000;
    private static final String BETWEEN_TRIES = "500";
    private static final String UNTIL_OPEN = "5000";
    private static final String TRIES = "1";

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(page -> agree(page.getUI()));
    }

    private static void agree(UI page) {
        page.getReconnectDialogConfiguration().setReconnectInterval(BETWEEN_MILLIS);
        PushConfiguration push = page.getPushConfiguration();
        push.setParameter("reconnectInterval", BETWEEN_TRIES);
        push.setParameter("connectTimeout", UNTIL_OPEN);
        push.setParameter("maxWebsocketErrorRetries", TRIES);
    }
}
