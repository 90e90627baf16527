package org.relais.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.record.SetAsideFilter;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SupportExportTest extends SeededSite {

    @Autowired
    private SupportExport export;

    @BeforeEach
    void nothingFailed() {
        jdbc.sql("delete from inbox").update();
        everythingIsSent();
    }

    @Test
    void everyRecordIsALineWithItsTextAsItCame() {
        String broken = "{\"a\":\"é\n\u2028😀\" <b>";
        aside(1, "unit", "../../etc/passwd\n\"", "BROKEN", "BROKEN_JSON", broken);
        aside(2, "item", "i1", "WAITING", "REFERENCE_MISSING", "{\"n\":1.50}");
        aside(3, "name", "gone", "REFUSED", "DELETE_REFUSED", null);
        keep("clinician", "c1", null, "{\"ID\":\"c1\"}");
        jdbc.sql("""
                        insert into outbox (type, id, revision, action, since, reason, detail)
                        values ('clinician', 'c1', next value for outbox_revision, 'UPSERT', utc_timestamp(), 'BAD_DATE', 'x')
                        """).update();

        List<JsonNode> lines = lines(SetAsideFilter.ALL);

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).path("id").asString()).isEqualTo("i1");
        assertThat(lines.get(0).path("record").asString()).isEqualTo("{\"n\":1.50}");
        assertThat(lines.get(0).path("retriesItself").asBoolean()).isTrue();
        assertThat(lines.get(1).path("action").asString()).isEqualTo("UPSERT");
        assertThat(lines.get(1).path("record").isNull()).isTrue();
        assertThat(lines.get(2).path("id").asString()).isEqualTo("../../etc/passwd\n\"");
        assertThat(lines.get(2).path("record").asString()).isEqualTo(broken);
        assertThat(lines.get(3).path("way").asString()).isEqualTo("unsent");
        assertThat(lines.get(3).path("record").asString()).isEqualTo("{\"ID\":\"c1\"}");
        assertThat(lines(new SetAsideFilter("item", null, "", null, null))).hasSize(2);
    }

    @Test
    void theFileIsNamedByTheMomentAlone() {
        aside(1, "unit", "../../x", "BROKEN", "BROKEN_JSON", "{");

        assertThat(export.fileName()).matches("relais-records-\\d{8}-\\d{4}\\.jsonl");
    }

    private List<JsonNode> lines(SetAsideFilter filter) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(filter, out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private void aside(long number, String table, String id, String state, String reason, String text) {
        jdbc.sql("""
                        insert into inbox (number, channel, type, record_id, action, state, reason, detail, since)
                        values (?, 'OPEN_PULL', ?, ?, 'UPSERT', ?, ?, 'd', utc_timestamp())
                        """).params(-number, table, id, state, reason).update();
        if (text != null) {
            jdbc.sql("replace into content (number, data) values (?, ?)")
                    .params(-number, text)
                    .update();
        }
    }
}
