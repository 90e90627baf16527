package org.relais.web;

import java.io.IOException;
import java.util.Map;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tells for which connection it works while it does: Tomcat itself knows that only between two pieces of a request. */
class WatchedProcessor extends Http11Processor {

    private final Map<SocketWrapperBase<?>, Http11Processor> working;

    WatchedProcessor(
            AbstractHttp11Protocol<?> protocol, Adapter adapter, Map<SocketWrapperBase<?>, Http11Processor> working) {
        super(protocol, adapter);
        this.working = working;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        working.put(connection, this);
        try {
            return super.service(connection);
        } finally {
            working.remove(connection);
        }
    }
}
