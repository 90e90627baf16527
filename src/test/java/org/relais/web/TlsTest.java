package org.relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.Certificates;
import org.relais.testing.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Pages over TLS, with nothing but a certificate and its key. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "relais.sync.enabled=false", "relais.admin.password=blé-27"})
class TlsTest {

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
        HttpResponse<String> page;
        try (HttpClient browser =
                HttpClient.newBuilder().sslContext(certificates.tls()).build()) {
            page = browser.send(request("https"), BodyHandlers.ofString());
        }
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                .startsWith("max-age=31536000");
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("; Secure"));

        try (HttpClient browser = HttpClient.newHttpClient()) {
            assertThat(browser.send(request("http"), BodyHandlers.ofString()).statusCode())
                    .isEqualTo(400);
        }
    }

    private HttpRequest request(String scheme) {
        return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + "/login"))
                .header("Accept", "text/html")
                .build();
    }
}
