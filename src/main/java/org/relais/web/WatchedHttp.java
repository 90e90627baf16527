package org.relais.web;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;

/** Tomcat's HTTP with somebody who looks after connections that go on too slowly. Tomcat makes it by its name, so it is public. */
public class WatchedHttp extends Http11NioProtocol {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private SlowConnections slow = new SlowConnections(List.of(), System::nanoTime);
    private ScheduledExecutorService clockwork;

    /** For Tomcat. */
    public WatchedHttp() {}

    void watchBy(SlowConnections watch) {
        slow = watch;
    }

    @Override
    public void start() throws Exception {
        super.start();
        clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("slow-connections").factory());
        clockwork.scheduleWithFixedDelay(
                () -> slow.look(getEndpoint().getConnections(), getMaxConnections()),
                BETWEEN_LOOKS.toMillis(),
                BETWEEN_LOOKS.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (clockwork != null) {
            clockwork.shutdownNow();
        }
        super.stop();
    }
}
