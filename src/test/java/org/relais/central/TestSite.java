package org.relais.central;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.relais.catalogue.WireRecord;

/** A site with short patience that takes no real pauses, for the tests of this package. */
final class TestSite implements AfterEachCallback {

    static final String HASH = "d74ff0ee8da3b9806b18c877dbf29bbde50b5bd8e4dad7a3a725000feb82e8f1";

    private static final List<Duration> IMPATIENT =
            List.of(Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMillis(400));

    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final List<WireRecord> received = new ArrayList<>();
    private final List<CentralServers> opened = new ArrayList<>();

    static SiteCredentials credentials(URI url) {
        return new SiteCredentials(url, "site1", HASH, "00000000000000000000000000000000");
    }

    LegacyCentral legacy(URI url) {
        return servers(Duration.ofSeconds(20)).legacy(credentials(url));
    }

    LegacyCentral impatient(URI url) {
        return servers(IMPATIENT, Duration.ofMillis(800), trusted()).legacy(credentials(url));
    }

    OpenCentral open(URI url) {
        return servers(Duration.ofSeconds(20)).open(url, credentials(url));
    }

    private CentralServers servers(Duration idle) {
        return servers(Wire.CONNECT_TIMEOUTS, idle, trusted());
    }

    static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    CentralServers servers(List<Duration> connectTimeouts, Duration idle, SSLContext tls) {
        CentralServers servers = new CentralServers(connectTimeouts, idle, pauses::add, tls);
        opened.add(servers);
        return servers;
    }

    /** The failure that a call ends with. */
    static CentralFailure failure(Supplier<?> call) {
        try {
            Object result = call.get();
            throw new AssertionError("no failure but " + result);
        } catch (CentralFailure failure) {
            return failure;
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        opened.forEach(CentralServers::close);
    }
}
