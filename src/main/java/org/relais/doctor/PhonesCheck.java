package org.relais.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.relais.web.AnyCertificate;

/** Whether this server is found under the addresses that phones are given, as far as this machine can tell. */
record PhonesCheck(Installation installation) implements Check {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;

    /** The server answers, and says that something is wrong with it. */
    private static final int UNWELL = 503;

    @Override
    public CheckName name() {
        return CheckName.PHONES;
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Finding examine() throws InterruptedException {
        List<URI> addresses = installation.phoneAddresses();
        if (addresses.isEmpty()) {
            return judge(null, 0, false);
        }
        URI best = addresses.getFirst();
        return judge(best, status(best), installation.onlyThisMachine());
    }

    /** HTTP's number, or 0 when nobody answers. */
    private static int status(URI address) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(AnyCertificate.context())
                .build();
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/health"))
                    .timeout(PATIENCE)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        } finally {
            client.shutdownNow();
        }
    }

    /**
     * @param address the best; null when there is none
     * @param status that the question for this server's health was answered with; 0 when nobody answered
     * @param onlyThisMachine whether the server listens on this machine's own address alone
     */
    Finding judge(URI address, int status, boolean onlyThisMachine) {
        if (address == null) {
            return lookAtIt("phones.none");
        }
        if (onlyThisMachine) {
            return lookAtIt("phones.only-here", address.toString());
        }
        return switch (status) {
            case OK, UNWELL -> well("phones.found", address.toString());
            case 0 -> broken("phones.silent", address.toString());
            default -> broken("phones.another", address.toString(), status);
        };
    }
}
