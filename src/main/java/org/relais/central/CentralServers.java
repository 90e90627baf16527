package org.relais.central;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The way to both central servers: one pool of connections for all that is asked of them. */
@Component
public class CentralServers implements AutoCloseable {

    private final Wire wire;

    /**
     * @param idle how long no byte may move on a connection before it counts as stalled (protocol.md section 2: five
     *     minutes)
     * @param firstPause what the pauses between the attempts of a call grow from; null: a quarter of a second
     * @param observer is told of each call, if there is one
     */
    @Autowired
    public CentralServers(
            @Value("${relais.central.idle-timeout:5m}") Duration idle,
            @Value("${relais.central.first-pause:#{null}}") @Nullable Duration firstPause,
            ObjectProvider<CallObserver> observer) {
        this.wire = new Wire(
                Wire.CONNECT_TIMEOUTS,
                idle,
                Pause.sleeping(),
                firstPause == null ? Wire.FIRST_PAUSE : firstPause,
                trustedByTheJvm(),
                observer.getIfAvailable(CallObserver::nobody));
    }

    /** The same without anybody who is told. */
    public CentralServers(Duration idle) {
        this(Wire.CONNECT_TIMEOUTS, idle, Pause.sleeping(), trustedByTheJvm());
    }

    CentralServers(List<Duration> connectTimeouts, Duration idle, Pause pause, SSLContext tls) {
        this(connectTimeouts, idle, pause, tls, CallObserver.nobody());
    }

    CentralServers(List<Duration> connectTimeouts, Duration idle, Pause pause, SSLContext tls, CallObserver observer) {
        this.wire = new Wire(connectTimeouts, idle, pause, Wire.FIRST_PAUSE, tls, observer);
    }

    private static SSLContext trustedByTheJvm() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /**
     * The mSupply central server.
     *
     * @throws CentralFailure.InvalidUrl when its address is not one that can be called
     */
    public LegacyCentral legacy(SiteCredentials credentials) {
        return legacy(credentials, Errand.patient());
    }

    /**
     * The same for a caller that may be cancelled.
     *
     * @param errand what it is called for; may end every call to it
     * @throws CentralFailure.InvalidUrl when its address is not one that can be called
     */
    public LegacyCentral legacy(SiteCredentials credentials, Errand errand) {
        return new LegacyCentral(wire, credentials, errand);
    }

    /**
     * The Open mSupply central server.
     *
     * @param url its address, see {@link SiteInfo#openServer()}
     * @param credentials those for the mSupply central server: the Open one asks it about them
     * @throws CentralFailure.InvalidUrl when its address is not one that can be called
     */
    public OpenCentral open(URI url, SiteCredentials credentials) {
        return open(url, credentials, Errand.patient());
    }

    /**
     * The same for a caller that may be cancelled.
     *
     * @param errand what it is called for; may end every call to it
     * @throws CentralFailure.InvalidUrl when its address is not one that can be called
     */
    public OpenCentral open(URI url, SiteCredentials credentials, Errand errand) {
        return new OpenCentral(wire, url, credentials, errand);
    }

    /** Ends all connections, also those that are in use. */
    @Override
    public void close() {
        wire.close();
    }
}
