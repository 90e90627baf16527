package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.demo.district.District;
import org.relais.demo.district.Series;

/** What a site sends by the catalogue's rules is found to be right: the check must not cry wolf. */
class PushCheckTest {
    private static final int FIRST_SITE = 2;

    private final District district = new District(2026, 5_000);
    private final PushCheck check = new PushCheck(district);

    @Test
    void findsNothingWrongWithTheDistrictsOwnRecordsAsASiteSendsThem() {
        RecordTypes types = RecordTypes.load();
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        int sent = 0;
        List<Series> all = new ArrayList<>(district.queue(FIRST_SITE));
        all.addAll(district.open(FIRST_SITE));
        for (Series series : all) {
            RecordType type = types.byTable(series.table()).orElseThrow();
            for (CentralServer server : type.pushedTo()) {
                if (type.render(series.data(0), server, LinkResolver.NONE, RecordLookup.NONE)
                        instanceof Rendering.Send send) {
                    sent++;
                    List<String> problems = check.problems(new Event.Received(
                            server,
                            FIRST_SITE,
                            Instant.EPOCH,
                            new RecordKey(series.table(), series.id(0)),
                            "Update",
                            send.json()));
                    if (!problems.isEmpty()) {
                        wrong.put(series.key() + " to " + server, problems);
                    }
                }
            }
        }
        assertThat(sent).isGreaterThan(25);
        assertThat(wrong).isEmpty();
    }

    @Test
    void readsTheLegacyForm() {
        assertThat(
                        LegacyForm.of(
                                "transact",
                                "{\"entry_date\":\"2026-02-01T00:00:00\",\"entry_time\":\"01:02:03\",\"note\":\"at 01:02:03\"}"))
                .isEqualTo("{\"entry_date\":\"2026-02-01\",\"entry_time\":3723,\"note\":\"at 01:02:03\"}");
        assertThat(LegacyForm.of("om_document", "{\"data\":\"{\\\"a\\\":\\\"b\\\"}\",\"type\":\"x\"}"))
                .isEqualTo("{\"data\":{\"a\":\"b\"},\"type\":\"x\"}");
        assertThat(LegacyForm.of("x", "{\"time\":\"10:00:00.25\",\"om_created_datetime\":\"2026-02-01T00:00:00\"}"))
                .isEqualTo("{\"time\":36000,\"om_created_datetime\":\"2026-02-01T00:00:00\"}");
    }
}
