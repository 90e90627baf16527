package org.relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pages over TLS, with nothing but a certificate and its key, which may be renewed while the server runs. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "relais.sync.enabled=false",
            "relais.admin.password=blé-27",
            "spring.ssl.bundle.pem.site.reload-on-update=true",
            "spring.ssl.bundle.watch.file.quiet-period=50ms"
        })
class TlsTest {

    private static final String KEYS = "spring.ssl.bundle.pem.site.keystore.";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Certificates certificates;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws Exception {
        database.register(registry);
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "tls")), "site");
        certificates = Certificates.make(folder, "site");
        registry.add("server.ssl.certificate", () -> certificates.certificate().toString());
        registry.add(
                "server.ssl.certificate-private-key", () -> certificates.key().toString());
    }

    @Test
    void pagesComeOverTlsOnlyAndBrowsersAreToldToStayThere() throws Exception {
        HttpResponse<String> page = askTrusting(certificates.trusted());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                .startsWith("max-age=31536000");
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure"));
        try (HttpClient browser = HttpClient.newHttpClient()) {
            assertThat(browser.send(request("http"), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void renewedCertificateIsShownWithoutARestart() throws Exception {
        Certificates renewed = Certificates.make(certificates.key().getParent(), "renewed");
        Files.copy(renewed.key(), certificates.key(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(renewed.certificate(), certificates.certificate(), StandardCopyOption.REPLACE_EXISTING);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreException(SSLHandshakeException.class)
                .until(() -> askTrusting(renewed.trusted()).statusCode() == 200);
        certificates = new Certificates(certificates.certificate(), certificates.key(), renewed.trusted());
    }

    private HttpResponse<String> askTrusting(Certificate certificate) throws Exception {
        try (HttpClient browser =
                HttpClient.newBuilder().sslContext(trusting(certificate)).build()) {
            return browser.send(request("https"), BodyHandlers.ofString());
        }
    }

    private HttpRequest request(String scheme) {
        return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + "/login"))
                .header("Accept", "text/html")
                .build();
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("site", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
