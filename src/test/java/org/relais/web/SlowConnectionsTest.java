package org.relais.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever is slow on purpose takes the places of nobody else. */
class SlowConnectionsTest extends WebSite {

    private static final String FORM = "POST /login HTTP/1.1\r\nHost: relais.example.org\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nu";

    private static final String HALF_A_HEADER = "GET /login HTTP/1.1\r\nHost: relais.example.org\r\nX-Slow: ";
    private static final String ONLY_A_LETTER = "G";

    private static final byte[] ANSWER = new byte[8192];

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void hundredsOfSlowRequestsLeaveRoomForTheOthers() throws Exception {
        openHundreds();

        for (int i = 0; i < 10; i++) {
            assertThat(ask(TABLET, "GET /login", "Accept: text/html").status()).isEqualTo(200);
            assertThat(ask(TABLET, "GET /actuator/health", "Accept: application/json")
                            .status())
                    .isEqualTo(200);
        }
    }

    /** By their number: the newest has the least time, and when that is over it is gone as well. */
    @Test
    void ofOneAddressTheOldestMakeRoomForTheNewest() throws Exception {
        openHundreds();

        Awaitility.await()
                .until(() -> stillOpen() <= SlowConnections.UNFINISHED_OF_ONE_ADDRESS && !isClosed(slow.getLast(), ""));
        assertThat(isClosed(slow.getFirst(), "")).isTrue();
    }

    @Test
    void aHeaderThatTricklesHasItsTime() throws Exception {
        Socket trickling = open(HALF_A_HEADER);

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isClosed(trickling, "x"));
    }

    @Test
    void aBodyThatTricklesHasItsTime() throws Exception {
        Socket trickling = open(FORM);

        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> isClosed(trickling, "x"));
    }

    /** The newest is a form: a body has more time than a header, enough for who looks at all of them one after the other. */
    private void openHundreds() throws IOException {
        for (int i = 0; i <= 400; i++) {
            open(i % 2 == 0 ? FORM : i % 4 == 1 ? HALF_A_HEADER : ONLY_A_LETTER);
        }
    }

    private Socket open(String begin) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setSoTimeout(1);
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
        slow.add(socket);
        return socket;
    }

    private long stillOpen() {
        return slow.stream().filter(socket -> !isClosed(socket, "")).count();
    }

    private static boolean isClosed(Socket socket, String more) {
        try {
            socket.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().read(ANSWER) >= 0) {
                // Whatever it was told before, to its last byte.
            }
            return true;
        } catch (SocketTimeoutException waiting) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }
}
