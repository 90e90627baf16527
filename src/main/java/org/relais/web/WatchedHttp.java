package org.relais.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.relais.vocabulary.Clockwork;

/** Tomcat's HTTP with somebody who looks after connections that go on too slowly. Tomcat makes it by its name, so it is public. */
public class WatchedHttp extends Http11NioProtocol {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Map<SocketWrapperBase<?>, Http11Processor> working = new ConcurrentHashMap<>();
    private SlowConnections slow;
    private Clockwork clockwork;

    /** For Tomcat. */
    public WatchedHttp() {}

    void watchBy(SlowConnections watch) {
        slow = watch;
    }

    @Override
    public void start() throws Exception {
        super.start();
        if (slow != null) {
            clockwork = Clockwork.every(BETWEEN_LOOKS, "slow-connections", this::look);
        }
    }

    private void look() {
        slow.look(getEndpoint().getConnections(), working::get, getMaxConnections());
    }

    @Override
    protected Processor createProcessor() {
        return new WatchedProcessor(this, getAdapter(), working);
    }

    @Override
    public void stop() throws Exception {
        if (clockwork != null) {
            clockwork.close();
        }
        super.stop();
    }
}
