package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.demo.Caller.json;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.demo.district.District;
import tools.jackson.databind.JsonNode;

/** The demonstration's mSupply central server: the search for patients. */
class LegacyPatientsTest {
    private DemoNetwork network;
    private Caller site;

    @BeforeEach
    void start() {
        network = DemoNetwork.start(DemoOptions.usual().records(5_000));
        site = Caller.of(network, 1);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    @Test
    void findsPatientsByWhatIsKnownOfThem() {
        JsonNode found =
                Json.read(site.get("/api/v4/patient?limit=3&is_deleted=false").body());
        assertThat(found).hasSize(3);
        Json.Fields patient = Json.Fields.of(found.get(0));
        String query = "/api/v4/patient?code=" + patient.text("code") + "&dob=" + patient.text("date_of_birth");
        assertThat(Json.read(site.get(query).body())).isNotEmpty();
        assertThat(Json.read(site.get("/api/v4/patient?first_name=@zzz@").body()))
                .isEmpty();
        assertThat(site.password("wrong").get("/api/v4/patient").statusCode()).isEqualTo(401);
    }

    @Test
    void sendsAPatientToAStoreThatAskedForThem() {
        String patient = Json.Fields.of(
                        Json.read(site.get("/api/v4/patient?limit=1").body()).get(0))
                .text("ID");
        site.post("/sync/v5/initialise", "{}");
        long before = json(site.get("/sync/v5/queued_records?limit=1")).integer("queueLength");
        String body = "{\"name_ID\":\"" + patient + "\",\"store_ID\":\"" + store() + "\"}";
        assertThat(json(site.post("/api/v4/name_store_join", body)).truth("inactive"))
                .isFalse();
        assertThat(json(site.get("/sync/v5/queued_records?limit=1")).integer("queueLength"))
                .isEqualTo(before + 2);
    }

    private String store() {
        return new District(2026, 5_000).series("store").id(2);
    }
}
