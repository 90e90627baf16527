package org.relais.doors.ui;

import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import org.relais.people.Ticker;
import org.springframework.stereotype.Component;

/**
 * Tells the calls that a page makes because a person did something (pressed, chose, went to another page) from those that it
 * makes by itself, such as a list that confirms rows which the server pushed: only the first keep a session alive.
 *
 * <p>A page that missed a message of this server, as a proxy may swallow one, asks to be drawn again. Vaadin forgets the style
 * sheets of what was opened meanwhile when it does that, and goes on showing that it is loading: so the page is loaded anew, or
 * the one that its person was going to.
 */
@Component
class PersonsCalls implements VaadinServiceInitListener {

    /** The type of a call for something that happened in the browser. */
    private static final String EVENT = "event";

    /** What a page sends that server push does not reach: it only asks what is new. */
    private static final String POLL = PollEvent.DOM_EVENT_NAME;

    private static final String LOAD_ANEW =
            "document.dispatchEvent(new CustomEvent('relais-leave', {cancelable: true})) && location.reload()";

    private final Ticker ticker;

    PersonsCalls(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(new UidlRequestHandler() {

            @Override
            protected ServerRpcHandler createRpcHandler() {
                return new WatchfulRpcHandler();
            }
        });
    }

    private final class WatchfulRpcHandler extends ServerRpcHandler {

        @Override
        protected void handleRpc(UI page, String message, VaadinRequest request, RpcRequest calls)
                throws MessageIdSyncException {
            boolean aPersons = calls.getRpcInvocationsData()
                    .valueStream()
                    .anyMatch(call -> call.path("type").asString("").equals(EVENT)
                            && !call.path("event").asString("").equals(POLL));
            if (aPersons && request instanceof VaadinServletRequest servlet) {
                IdleSessions.somebodyIsThere(servlet.getSession(), ticker.nanos());
            }
            if (calls.isResynchronize()) {
                page.getPage().executeJs(LOAD_ANEW);
            }
            super.handleRpc(page, message, request, calls);
        }
    }
}
