package org.relais.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.Action;
import org.relais.components.Choice;
import org.relais.people.SignedInUser;
import org.relais.record.WaitingChange;
import org.relais.testing.Chooser;
import org.relais.testing.SeededSite;

class WaitingViewTest extends SeededSite {

    @BeforeEach
    void nothingWaits() {
        signIn();
        everythingIsSent();
        speak(Locale.FRENCH);
    }

    @Test
    void whereNothingWaitsThereIsNothingToDo() {
        navigate(WaitingView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("En attente d’envoi");
        assertThat(paragraph("records-waiting-empty")).startsWith("Tout a été envoyé.");
        assertThat(find(NativeDetails.class).withId("waiting-nobody").exists()).isFalse();
    }

    @Test
    void everyChangeTellsWhereItGoes() {
        String store = newStore("Dépôt");
        keep("Location", "l1", store, "{\"ID\":\"l1\",\"code\":\"A\",\"store_ID\":\"%s\"}".formatted(store));
        waits("Location", "l1", Action.UPSERT);
        waits("Location", "l2", Action.DELETE);
        jdbc.sql("update outbox set created = true where id = 'l1'").update();
        waits("om_activity_log", "a1", Action.UPSERT);
        jdbc.sql("update outbox set to_legacy = false, to_open = false where id = 'a1'")
                .update();
        waits("<b>drone</b>", "<b>d</b>", Action.UPSERT);
        waits("Location", "l3", Action.UPSERT);
        jdbc.sql("update outbox set to_open = false, legacy_revision = revision where id = 'l3'")
                .update();

        navigate(WaitingView.class);

        assertThat(test(grid()).size()).isEqualTo(3);
        assertThat(paragraph("waiting-count")).isEqualTo("3 enregistrements");
        assertThat(cell(0, 0)).contains("Emplacement").doesNotContain("l1", "Location");
        assertThat(cell(0, 1)).contains("créé", "data-glyph=\"add\"");
        assertThat(cell(0, 2)).contains("serveur central mSupply");
        assertThat(cell(1, 1)).contains("supprimé", "data-glyph=\"remove\"");
        assertThat(cell(2, 0)).contains("&lt;b&gt;drone").doesNotContain("<b>");
        assertThat(cell(2, 1)).contains("modifié", "data-glyph=\"edit\"");
        NativeDetails staying =
                find(NativeDetails.class).withId("waiting-nobody").single();
        assertThat(staying.getSummaryText()).isEqualTo("1 enregistrement reste sur ce site");
        assertThat(staying.getElement().getTextRecursively()).contains("Trace d’activité");
    }

    @Test
    void tableAndIdStandBehindTheDetails() {
        waits("clinician", "c1", Action.UPSERT);
        navigate(WaitingView.class);
        assertThat(cell(0, 4)).contains("aria-label=\"Détails&nbsp;: Prescripteur\"");

        test((Button) test(grid()).getCellComponent(0, 4)).click();

        assertThat(find(RecordDialog.class).single().getElement().getTextRecursively())
                .contains("clinician", "c1", "modifié");
    }

    @Test
    void thingsAreCalledByTheirTitlesAndPeopleOnlyForThoseWhoMayReadRecords() {
        String store = newStore("Dépôt");
        keep("Location", "l1", store, """
                {"ID":"l1","code":"A1","Description":"<i>Étagère</i>","store_ID":"%s"}""".formatted(store));
        keep("name", "n1", null, "{\"ID\":\"n1\",\"code\":\"P1\",\"name\":\"Awa Traoré\",\"type\":\"patient\"}");
        waits("Location", "l1", Action.UPSERT);
        waits("name", "n1", Action.UPSERT);

        navigate(WaitingView.class);
        assertThat(cell(0, 0)).contains("Emplacement", "A1 · &lt;i&gt;Étagère");
        assertThat(cell(1, 0)).contains("Awa Traoré");

        signIn(new SignedInUser("u", "nurse", false, null, Set.of()));
        navigate(WaitingView.class);
        assertThat(cell(0, 0)).contains("A1");
        assertThat(cell(1, 0)).contains("patient").doesNotContain("Awa", "P1", "n1");
    }

    @Test
    void aTitleSaysDatesAndNumbersAsTheReaderDoes() {
        keep("temperature_log", "t1", null, """
                {"ID":"t1","om_datetime":"2026-03-14T13:54:00","temperature":4.5}""");
        waits("temperature_log", "t1", Action.UPSERT);

        navigate(WaitingView.class);

        assertThat(cell(0, 0)).contains("14 mars 2026", "· 4,5").doesNotContain("2026-03-14", "4.5");
    }

    @Test
    void whatNoCalendarHoldsIsShownAsItIs() {
        keep("temperature_log", "t1", null, """
                {"ID":"t1","om_datetime":"+999999999-12-31T00:00:00","temperature":1.5E999999999}""");
        waits("temperature_log", "t1", Action.UPSERT);

        navigate(WaitingView.class);

        assertThat(cell(0, 0)).contains("+999999999-12-31T00:00:00", "1.5E999999999");
    }

    @Test
    void theListIsNarrowedByTable() {
        waits("Location", "l1", Action.DELETE);
        waits("clinician", "c1", Action.UPSERT);
        waits("clinician", "c2", Action.UPSERT);
        navigate(WaitingView.class);
        assertThat(paragraph("waiting-count")).isEqualTo("3 enregistrements");

        Chooser.choose(find(Choice.class).withId("waiting-table").single(), "Prescripteur");

        assertThat(paragraph("waiting-count")).isEqualTo("2 enregistrements");
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(test(grid()).getRow(0).entry().key().id()).isEqualTo("c1");
    }

    private void waits(String table, String id, Action action) {
        jdbc.sql("insert into outbox (type, id, revision, action, since)"
                        + " values (?, ?, next value for outbox_revision, ?, utc_timestamp())")
                .params(table, id, action.name())
                .update();
    }

    private static void speak(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().setLocale(language);
    }

    @SuppressWarnings("unchecked")
    private Grid<WaitingChange> grid() {
        return find(Grid.class).withId("records-waiting").single();
    }

    private String cell(int row, int column) {
        return ((Component) test(grid()).getCellComponent(row, column))
                .getElement()
                .getOuterHTML();
    }

    private String paragraph(String id) {
        return find(Paragraph.class).withId(id).single().getText();
    }
}
