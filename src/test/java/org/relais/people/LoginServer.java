package org.relais.people;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An mSupply central server that answers every sign-in as a test wants it to. */
final class LoginServer implements AutoCloseable {

    private static final String REFUSAL = "{\"status\":\"error\",\"authenticated\":false}";

    private final HttpServer server;
    private volatile int status = 500;
    private volatile String body = "";
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private final AtomicInteger asked = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    LoginServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v4/login", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            await(silence);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.setExecutor(threads);
        server.start();
    }

    private static void await(CountDownLatch silence) {
        try {
            silence.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How often it was asked. */
    int asked() {
        return asked.get();
    }

    void answers(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    void letsIn(User user) {
        answers(200, user.json());
    }

    void refuses() {
        answers(401, REFUSAL);
    }

    void isBroken() {
        answers(503, "");
    }

    /** Takes each question from now on, and answers none. */
    void isSilent() {
        silence = new CountDownLatch(1);
    }

    /** Answers what it was asked meanwhile, as it would answer now. */
    void speaks() {
        silence.countDown();
    }

    @Override
    public void close() {
        speaks();
        server.stop(0);
        threads.shutdownNow();
    }

    /** Somebody whom it knows. */
    record User(String id, String name, int language, boolean active, List<UserStore> stores) {

        User(String id, String name, UserStore... stores) {
            this(id, name, 0, true, List.of(stores));
        }

        User speaking(int number) {
            return new User(id, name, number, active, stores);
        }

        User switchedOff() {
            return new User(id, name, language, false, stores);
        }

        User in(UserStore... others) {
            return new User(id, name, language, active, List.of(others));
        }

        private String json() {
            return """
                    {"status":"success","authenticated":true,"username":"%2$s","userFirstName":"Awa","userLastName":"Diop",
                    "userJobTitle":"","userType":"user","service":"","storeName":"","userInfo":{"user":{"ID":"%1$s",
                    "name":"%2$s","startup_method":"","nblogins":1,"group_id":"","mode":"","active":%4$s,"lasttime":0,
                    "initials":"","first_name":"Awa","last_name":"Diop","address_1":"","address_2":"","e_mail":"",
                    "phone1":"","phone2":"","job_title":"","responsible_officer":false,"Language":%3$d,"use_ldap":false,
                    "ldap_login_string":"","receives_sms_errors":false,"is_group":false,"windows_user_name":"",
                    "license_category_id":"","isInactiveAuthoriser":false,"spare_1":""},"userStores":[%5$s]}}
                    """.formatted(
                            id,
                            name,
                            language,
                            active,
                            stores.stream().map(store -> store.json(id)).collect(Collectors.joining(",")));
        }
    }

    /** A store of somebody's. */
    record UserStore(String id, boolean canLogin, boolean preferred, Collection<Integer> permissions) {

        static UserStore of(String id, Integer... permissions) {
            return new UserStore(id, true, false, List.of(permissions));
        }

        UserStore asDefault() {
            return new UserStore(id, canLogin, true, permissions);
        }

        UserStore closed() {
            return new UserStore(id, false, preferred, permissions);
        }

        private String json(String user) {
            Boolean[] flags = IntStream.rangeClosed(1, 203)
                    .mapToObj(permissions::contains)
                    .toArray(Boolean[]::new);
            return """
                    {"ID":"us-%2$s","user_ID":"%1$s","store_ID":"%2$s","can_login":%3$s,"store_default":%4$s,
                    "can_action_replenishments":false,"permissions":%5$s}
                    """.formatted(user, id, canLogin, preferred, Arrays.toString(flags));
        }
    }
}
