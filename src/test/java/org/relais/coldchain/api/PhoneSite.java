package org.relais.coldchain.api;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.relais.doors.DoorSite;
import org.relais.testing.Rows;

/** A site with one store, and phones that send to it over HTTP as the app does. */
abstract class PhoneSite extends DoorSite {

    static final String STORE = "facility";

    private static final List<String> ROOMS_TABLES =
            List.of("sensor", "breach", "reading", "quarantine", "phone", "sensor_phone");

    @BeforeEach
    void aSiteWithOneStore() {
        jdbc.sql("delete from record_entry").update();
        jdbc.sql("delete from content").update();
        jdbc.sql("delete from outbox").update();
        jdbc.sql("delete from inbox").update();
        jdbc.sql("delete from awaited").update();
        ROOMS_TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
        Rows rows = new Rows(jdbc);
        rows.site("Site 2");
        rows.keep(
                "store",
                STORE,
                STORE,
                "{\"ID\":\"facility\",\"name_ID\":\"n\",\"code\":\"s\",\"sync_id_remote_site\":2,\"disabled\":false}");
    }

    /** A phone of the local administrator, signed in. */
    Caller phone() throws Exception {
        Caller caller = new Caller();
        caller.login("admin", "blé-27");
        return caller;
    }

    List<Map<String, Object>> rows(String sql) {
        return jdbc.sql(sql).query().listOfRows();
    }

    /** The text of a stored record. */
    String stored(String table, String id) {
        return jdbc.sql("select data from record where type = ? and id = ?")
                .params(table, id)
                .query(String.class)
                .single();
    }

    /** One phone, with its cookie. */
    final class Caller {

        final CookieManager jar = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(jar).build();

        HttpResponse<String> login(String name, String password) throws Exception {
            return send("POST", "login", "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
        }

        HttpResponse<String> put(String what, String body) throws Exception {
            return send("PUT", what, body);
        }

        HttpResponse<String> send(String method, String what, String body) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(uri("/coldchain/v1/" + what))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build();
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
