package org.relais.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Calls the demonstration's servers as a site does. */
record Caller(DemoNetwork network, String site, String passwordSha256, String hardware, String version) {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    static Caller of(DemoNetwork network, int site) {
        DemoSite known = network.sites().get(site - 1);
        return new Caller(network, known.name(), known.passwordSha256(), "hardware-" + site, "14");
    }

    Caller site(String other) {
        return new Caller(network, other, passwordSha256, hardware, version);
    }

    Caller password(String other) {
        return new Caller(network, site, other, hardware, version);
    }

    Caller hardware(String other) {
        return new Caller(network, site, passwordSha256, other, version);
    }

    Caller version(String other) {
        return new Caller(network, site, passwordSha256, hardware, other);
    }

    HttpResponse<String> get(String path) {
        return send(legacy(path).GET().build());
    }

    HttpResponse<String> post(String path, String body) {
        return send(legacy(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    /** A call to the Open mSupply central server; {@code SETTINGS} in the body becomes the site's settings. */
    HttpResponse<String> open(String path, String body) {
        return open("POST", path, "application/json", body);
    }

    HttpResponse<String> open(String method, String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(network.openUrl().resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofString(body.replace("SETTINGS", settings())))
                .build());
    }

    HttpResponse<String> pull(long cursor, int size, boolean initialised) {
        return open(
                "/central/sync/pull",
                "{\"cursor\":" + cursor + ",\"batchSize\":" + size + ",\"syncV5Settings\":SETTINGS,\"isInitialised\":"
                        + initialised + ",\"syncV6Version\":5}");
    }

    HttpResponse<String> push(String records, boolean last) {
        return open(
                "/central/sync/push",
                "{\"batch\":{\"end_cursor\":1,\"total_records\":1,\"records\":[" + records + "],\"is_last_batch\":"
                        + last + "},\"syncV5Settings\":SETTINGS,\"syncV6Version\":5}");
    }

    String settings() {
        return "{\"serverUrl\":\"http://elsewhere\",\"username\":\"" + site + "\",\"passwordSha256\":\""
                + passwordSha256
                + "\",\"siteUuid\":\"" + hardware
                + "\",\"appVersion\":\"2.20.0\",\"appName\":\"Relais\",\"syncVersion\":\"" + version + "\"}";
    }

    HttpRequest.Builder legacy(String path) {
        String basic = site + ':' + passwordSha256;
        return HttpRequest.newBuilder(URI.create(network.legacyUrl() + path))
                .timeout(Duration.ofSeconds(10))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("msupply-site-uuid", hardware)
                .header("app-name", "Relais")
                .header("app-version", "2.20.0")
                .header("version", version);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Broken(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The call did not come to its end. */
    static final class Broken extends RuntimeException {
        Broken(IOException cause) {
            super(cause);
        }
    }

    static Json.Fields json(HttpResponse<String> answer) {
        return Json.object(answer.body());
    }

    static List<Json.Fields> data(HttpResponse<String> answer) {
        return json(answer).objects("data");
    }

    static List<Json.Fields> records(HttpResponse<String> answer) {
        return json(answer).object("data").objects("records");
    }

    static Json.Fields error(HttpResponse<String> answer) {
        return json(answer).object("error");
    }
}
