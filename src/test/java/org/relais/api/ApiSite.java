package org.relais.api;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.demo.DemoNetwork;
import org.relais.demo.DemoOptions;
import org.relais.people.SignedInUser;
import org.relais.run.Runs;
import org.relais.sync.Synchroniser;
import org.relais.testing.DataFolders;
import org.relais.testing.TestDatabase;
import org.relais.tokens.ApiTokens;
import org.relais.tokens.TokenDraft;
import org.relais.tokens.TokenLevel;
import org.relais.tokens.Validity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole application as programs meet it, against two real central servers. All subclasses share one context and one network;
 * each test begins when nothing goes wrong and no run is going on.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"relais.admin.password=" + ApiSite.PASSWORD, "relais.sync.enabled=false"})
abstract class ApiSite {

    static final String PASSWORD = "blé-secret-27";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    static final DemoNetwork network =
            DemoNetwork.start(DemoOptions.usual().records(5_000).integration(Duration.ofMillis(10)));

    static final Path data = DataFolders.fresh("api");

    @LocalServerPort
    private int port;

    @Autowired
    Synchroniser synchroniser;

    @Autowired
    Runs runs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiTokens tokens;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        database.register(registry);
        registry.add("relais.data.directory", data::toString);
        registry.add("relais.site.central-url", network::legacyUrl);
        registry.add("relais.site.name", () -> network.sites().getFirst().name());
        registry.add("relais.site.password", () -> network.sites().getFirst().password());
    }

    @BeforeEach
    void settle() {
        network.faults().clear();
        ended();
    }

    void ended() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> synchroniser.status(), status -> status.initialised() && status.current() == null);
    }

    /** A new token of that level, as a header. */
    String token(TokenLevel level) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new SignedInUser("user-1", "admin", true, null, Set.of()),
                        null,
                        AuthorityUtils.createAuthorityList("ROLE_ADMIN")));
        try {
            String name = level + " " + UUID.randomUUID();
            return "Bearer "
                    + tokens.make(new TokenDraft(name, level, Validity.MONTH)).secret();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    static String admin() {
        return basic("admin", PASSWORD);
    }

    static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A call of the administrator's. */
    HttpResponse<String> call(String method, String path, String language) throws Exception {
        return call(method, path, "Authorization", admin(), "Accept-Language", language);
    }

    HttpResponse<String> call(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<byte[]> download(String path, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .header("Authorization", authorization)
                .header("Accept-Language", "es")
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
