package org.relais.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.testing.SeededSite;

class TraceViewTest extends SeededSite {

    private String store;

    @BeforeEach
    void oneStore() {
        signIn();
        everythingIsSent();
        jdbc.sql("delete from inbox").update();
        jdbc.sql("delete from sync_run").update();
        store = newStore("Dépôt");
        VaadinSession.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @Test
    void recordIsFoundByItsCodeInAnyCaseItsNumberAndItsId() {
        String location = location("Ab-77", "<b>Shelf</b>");
        String other = newId();
        keep("name", other, null, "{\"ID\":\"%s\",\"code\":\"AB-777\",\"name\":\"Other\"}".formatted(other));
        String requisition = newId();
        keep(
                "requisition",
                requisition,
                store,
                "{\"ID\":\"%s\",\"serial_number\":90417,\"store_ID\":\"%s\"}".formatted(requisition, store));

        search("aB-77");
        assertThat(key()).isEqualTo("Location · " + location);
        assertThat(story()).contains("<b>Shelf</b>");
        search("90417");
        assertThat(key()).isEqualTo("requisition · " + requisition);
        search(other);
        assertThat(key()).isEqualTo("name · " + other);
        search("77");
        assertThat(paragraph("trace-answer")).startsWith("No record is called that");
    }

    @Test
    void whereSeveralAreMeantThePersonChooses() {
        String code = newId().substring(0, 8) + "\"\\";
        String first = location(code.replace("\\", "\\\\").replace("\"", "\\\""), "A");
        String second = location(code.replace("\\", "\\\\").replace("\"", "\\\""), "B");

        search(code);

        assertThat(paragraph("trace-answer")).startsWith("2 records are called that.");
        assertThat(find(UnorderedList.class)
                        .withId("trace-candidates")
                        .single()
                        .getChildren()
                        .flatMap(item -> item.getChildren())
                        .map(link -> ((Anchor) link).getHref()))
                .containsExactlyInAnyOrder(
                        "records/trace?id=" + first + "&table=Location",
                        "records/trace?id=" + second + "&table=Location");
        assertThat(find(OrderedList.class).withId("trace-lines").exists()).isFalse();
    }

    @Test
    void recordsThatShareANameAreToldApart() {
        String code = newId().substring(0, 8);
        String first = location(code, "A");
        String second = location(code, "A");
        location(code, "B");

        search(code);

        assertThat(find(UnorderedList.class)
                        .withId("trace-candidates")
                        .single()
                        .getChildren()
                        .map(item -> item.getElement().getTextRecursively().replaceFirst(".*" + code, "")))
                .containsExactlyInAnyOrder(" · A · " + first, " · A · " + second, " · B");
    }

    @Test
    void whatCameTellsTheRunsThatBroughtAndIntegratedIt() {
        String location = location("C", "c");
        long run = run("2026-03-04 10:00:00", "2026-03-04 10:05:00");
        jdbc.sql(
                        "update record_entry set received_at = '2026-03-04 10:01:00', changed_at = '2026-03-04 10:04:00' where id = ?")
                .param(location)
                .update();

        open("Location", location);

        assertThat(paragraph("trace-state")).isEqualTo("It is here and in use.");
        assertThat(lines()).containsSubsequence("Received from a central server", "Taken into the store");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).contains("history/" + run);

        jdbc.sql("delete from sync_run").update();
        open("Location", location);
        assertThat(lines()).contains("No synchronisation of that moment is kept");
    }

    @Test
    void whatWasChangedHereTellsWhichServerHasItAndWhy() {
        String location = location("D", "d");
        jdbc.sql("""
                        insert into outbox (type, id, revision, action, legacy_revision, since, reason, detail)
                        values ('Location', ?, 7, 'UPSERT', 7, utc_timestamp(), 'RECORD_REFUSED', 'no')
                        """).param(location).update();

        open("Location", location);

        assertThat(lines())
                .contains("On this site: modified")
                .contains("Has still to be sent to: Open mSupply central server")
                .contains("Already has it: mSupply central server")
                .contains("refused");
    }

    @Test
    void whatWaitsLeadsToWhatItWaitsFor() {
        String asked = newId();
        jdbc.sql("""
                        insert into inbox (number, channel, type, record_id, action, state, reason, field,
                            missing_table, missing_id, since)
                        values (5, 'QUEUED_RECORDS', 'Location', ?, 'UPSERT', 'WAITING', 'REFERENCE_MISSING', 'type_ID',
                            'Location_type', '<i>t1</i>', utc_timestamp())
                        """).param(asked).update();

        search(asked);

        assertThat(paragraph("trace-state")).isEqualTo("It is here, and waits for another record.");
        assertThat(lines()).contains("Received from: mSupply central server", "<i>t1</i>");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("records/trace?id=%3Ci%3Et1%3C%2Fi%3E&table=Location_type");
    }

    @Test
    void whatIsNowhereIsSaidToBe() {
        open("<b>drone</b>", "'; drop table record_entry; --");

        assertThat(paragraph("trace-state")).startsWith("There is nothing of it on this site");
        assertThat(key()).isEqualTo("<b>drone</b> · '; drop table record_entry; --");
    }

    @Test
    void activitiesSayWhoDidWhat() {
        String location = location("E", "e");
        String user = newId();
        keep("user", user, null, "{\"ID\":\"%s\",\"name\":\"awa\"}".formatted(user));
        String entry = newId();
        keep("om_activity_log", entry, store, """
                {"ID":"%s","type":"LOCATION_CHANGED","user_ID":"%s","record_ID":"%s","datetime":"2026-03-04T10:00:00"}""".formatted(entry, user, location));

        open("Location", location);

        assertThat(find(UnorderedList.class)
                        .withId("trace-activities")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("LOCATION_CHANGED", "awa");
    }

    private String location(String code, String description) {
        String id = newId();
        keep(
                "Location",
                id,
                store,
                "{\"ID\":\"%s\",\"code\":\"%s\",\"Description\":\"%s\",\"store_ID\":\"%s\"}"
                        .formatted(id, code, description, store));
        return id;
    }

    private long run(String begin, String end) {
        jdbc.sql("""
                        insert into sync_run (trigger_key, started_at, finished_at, outcome, updated_at)
                        values ('person', ?, ?, 'succeeded', ?)
                        """).params(begin, end, end).update();
        return jdbc.sql("select max(id) from sync_run").query(Long.class).single();
    }

    private void search(String text) {
        navigate(TraceView.class);
        find(Input.class).withId("trace-search").single().setValue(text);
        test(find(Button.class).withId("trace-go").single()).click();
    }

    private void open(String table, String id) {
        UI.getCurrent().navigate(TraceView.PATH, QueryParameters.simple(Map.of("table", table, "id", id)));
    }

    private String key() {
        return find(Span.class).withId("trace-key").single().getText();
    }

    private String story() {
        return find(TraceStory.class).single().getElement().getTextRecursively();
    }

    private String lines() {
        return find(OrderedList.class)
                .withId("trace-lines")
                .single()
                .getElement()
                .getTextRecursively();
    }

    private String paragraph(String id) {
        return find(Paragraph.class).withId(id).single().getText();
    }
}
