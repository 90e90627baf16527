package org.relais.sync.ui;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URI;
import java.net.URISyntaxException;

/** The browser that asks: where it found this server. */
public final class Browser {

    private Browser() {}

    /** The origin in the browser's address bar as far as the request tells, or null outside of a request. */
    public static URI origin() {
        if (!(VaadinRequest.getCurrent() instanceof VaadinServletRequest request)) {
            return null;
        }
        try {
            return new URI(
                    request.getScheme(), null, request.getServerName(), request.getServerPort(), null, null, null);
        } catch (URISyntaxException unusable) {
            return null;
        }
    }
}
