package org.relais.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application as the network meets it: bytes go in and out as they are. All subclasses share one context. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "relais.sync.enabled=false",
            "relais.admin.password=" + WebSite.PASSWORD,
            "relais.proxies=" + WebSite.PROXY + ",10.77.0.0/16",
            "relais.request-times.header=5s",
            "relais.request-times.body=8s"
        })
abstract class WebSite {

    static final String PASSWORD = "blé-27";
    static final String PROXY = "127.0.0.2";
    static final String TABLET = "127.0.0.1";

    private static final int PATIENCE_MILLIS = 20_000;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        database.register(registry);
    }

    /** Sends a request from an address of this machine and reads the answer to its end. */
    Answer ask(String from, String requestLine, String... headers) throws IOException {
        return send(from, requestLine, "", headers);
    }

    /** As above, with a body; its length is not told by itself. */
    Answer send(String from, String requestLine, String body, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(requestLine + " HTTP/1.1\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!request.toString().contains("\nConnection:")) {
            request.append("Connection: close\r\n");
        }
        request.append("Host: relais.example.org\r\n\r\n").append(body);
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            // Nothing follows, not even what a header announced.
            socket.shutdownOutput();
            return Answer.read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
