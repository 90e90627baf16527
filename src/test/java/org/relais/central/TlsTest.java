package org.relais.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.central.TestSite.failure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.relais.testing.Certificates;

/** Certificates are verified: who signed them, and whom they name. */
class TlsTest {

    @TempDir
    static Path folder;

    private static SSLContext selfSigned;

    @RegisterExtension
    final TestSite site = new TestSite();

    @BeforeAll
    static void makeAKey() throws Exception {
        selfSigned = Certificates.make(folder, "central", "dns:localhost").tls();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() throws IOException {
        try (RawServer server = idle()) {
            CentralFailure failure = failure(site.legacy(at("localhost", server))::status);
            assertThat(failure.code()).isEqualTo(FailureCode.TLS);
            assertThat(failure.detail()).contains("certification path");
            assertThat(site.pauses).isEmpty();
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefused() throws IOException {
        try (RawServer server = idle()) {
            CentralFailure failure = failure(trusting(at("127.0.0.1", server))::status);
            assertThat(failure.code()).isEqualTo(FailureCode.TLS);
            assertThat(failure.detail()).contains("127.0.0.1");
        }
    }

    @Test
    void aTrustedCertificateIsAccepted() throws IOException {
        try (RawServer server = idle()) {
            assertThat(trusting(at("localhost", server)).status().idle()).isTrue();
        }
    }

    private LegacyCentral trusting(URI url) {
        return site.servers(Wire.CONNECT_TIMEOUTS, Duration.ofSeconds(10), selfSigned)
                .legacy(TestSite.credentials(url));
    }

    private static URI at(String host, RawServer server) {
        return URI.create("https://%s:%d".formatted(host, server.port()));
    }

    private static RawServer idle() throws IOException {
        SSLServerSocket socket = (SSLServerSocket)
                selfSigned.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        String body = "{\"code\":\"idle\",\"message\":\"\",\"data\":null}";
        return new RawServer(socket, connection -> {
            RawServer.head(connection);
            RawServer.write(
                    connection, "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(body.length()) + body);
        });
    }
}
