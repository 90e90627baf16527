package org.relais.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.components.Choice;
import org.relais.components.Notice;
import org.relais.inspection.SupportExport;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.record.OutboxEntry;
import org.relais.record.SetAside;
import org.relais.record.SetAsideFilter;
import org.relais.testing.Chooser;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

class FailedViewTest extends SeededSite {

    private static final String MARKUP = "<img src=x onerror=alert(1)>";

    @Autowired
    private SupportExport export;

    @Autowired
    private CurrentUser currentUser;

    @BeforeEach
    void nothingFailed() {
        signIn();
        jdbc.sql("delete from inbox").update();
        everythingIsSent();
        speak(Locale.FRENCH);
    }

    @Test
    void whereNothingFailedThereIsNothingToDo() {
        navigate(FailedView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Enregistrements en échec");
        assertThat(paragraph("records-failed-empty")).startsWith("Tout ce qui est arrivé a été intégré");
        assertThat(paragraph("records-unsent-empty")).isEqualTo("Aucune modification n’a été refusée.");
        assertThat(find(Button.class).withId("records-retry-all").exists()).isFalse();
    }

    @Test
    void everyRecordTellsWhyItIsThereInThePersonsLanguage() {
        aside(1, "item_line", "l1", "WAITING", "REFERENCE_MISSING", "item_ID", "item i 7", "{}");
        aside(2, "unit", "u1", "BROKEN", "WRONG_TYPE", "units", "expected", "{}");
        navigate(FailedView.class);

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(cell(0, 0)).contains("item_line", "l1");
        assertThat(cell(0, 1))
                .contains("Son champ item_ID renvoie à l’enregistrement i 7 de la table item", "Réessaie tout seul");
        assertThat(cell(1, 1)).contains("Son champ units a une valeur du mauvais genre", "Demande l’assistance");
        speak(Locale.of("es"));
        assertThat(cell(1, 1)).contains("Su campo units tiene un valor de tipo equivocado");
    }

    @Test
    void recordsThatNeedSomebodyAreToldFromThoseThatWait() {
        aside(1, "item_line", "l1", "WAITING", "REFERENCE_MISSING", "item_ID", "item i7", "{}");
        aside(2, "gadget", "g1", "UNKNOWN_TYPE", "UNKNOWN_TYPE", null, null, "{}");
        aside(3, "unit", "u1", "BROKEN", "WRONG_TYPE", "units", "expected", "{}");
        navigate(FailedView.class);

        assertThat(paragraph("records-standing"))
                .isEqualTo("1 demande l’assistance. 2 attendent un autre enregistrement ou une version future.");
    }

    @Test
    void theListIsNarrowedByTableReasonAndText() {
        aside(1, "item", "i1", "BROKEN", "WRONG_TYPE", "a", "x", "{}");
        aside(2, "item", "i2", "BROKEN", "MISSING_FIELD", "b", "x", "{}");
        aside(3, "unit", "u1", "BROKEN", "MISSING_FIELD", "c", "x", "{}");
        navigate(FailedView.class);

        Chooser.choose(choice("records-kind"), "Un champ manque");
        assertThat(paragraph("records-count")).isEqualTo("2 enregistrements");
        Chooser.choose(choice("records-table"), "item");
        assertThat(test(grid()).getRow(0).key().id()).isEqualTo("i2");
        find(TextField.class).withId("records-search").single().setValue("u1");
        assertThat(paragraph("records-failed-empty")).isEqualTo("Aucun enregistrement ne correspond à ce choix.");
    }

    @Test
    void whatAServerSentIsShownAsText() {
        aside(1, MARKUP, MARKUP, "BROKEN", MARKUP, MARKUP, MARKUP, MARKUP);
        FailedView view = navigate(FailedView.class);

        assertThat(cell(0, 0)).contains("&lt;img").doesNotContain("<img");
        assertThat(cell(0, 1)).doesNotContain("<img");
        assertThat(view.getElement().getOuterHTML()).doesNotContain("<img");
        details(0);
        RecordDialog dialog = find(RecordDialog.class).single();
        assertThat(dialog.getElement().getOuterHTML()).doesNotContain("<img");
        assertThat(find(Pre.class).withId("record-json").single().getText()).isEqualTo(MARKUP);
    }

    @Test
    void aRecordThatIsWaitedForMayBeSetAsideItself() {
        aside(1, "item_line", "l1", "WAITING", "REFERENCE_MISSING", "item_ID", "item i1", "{}");
        aside(2, "item", "i1", "BROKEN", "NULL_FIELD", "item_name", "x", "{}");
        navigate(FailedView.class);

        details(0);
        assertThat(paragraph("record-missing"))
                .contains("n’a pas pu être intégré non plus", "Son champ item_name n’a pas de valeur");
        assertThat(find(Button.class).withId("record-retry").exists()).isFalse();
        test(find(Button.class).withId("record-missing-show").single()).click();

        assertThat(paragraph("record-advice")).startsWith("Il doit être corrigé sur le serveur central");
    }

    @Test
    void aRecordThatIsWaitedForMayBeOnItsWayOrHere() {
        aside(1, "item_line", "l1", "WAITING", "REFERENCE_MISSING", "item_ID", "item i1", "{}");
        navigate(FailedView.class);

        details(0);
        assertThat(paragraph("record-missing")).isEqualTo("Cet autre enregistrement n’est pas encore arrivé.");
        find(RecordDialog.class).single().close();
        keep("item", "i1", null, "{}");
        details(0);
        assertThat(paragraph("record-missing")).startsWith("Cet autre enregistrement est arrivé entre-temps");
    }

    @Test
    void aRecordThatIsStillWrongStays() {
        aside(1, "unit", "u1", "BROKEN", "MISSING_FIELD", "ID", "x", "{}");
        navigate(FailedView.class);

        details(0);
        test(find(Button.class).withId("record-retry").single()).click();

        assertThat(test(find(Notification.class).single()).getText()).contains("ne peut toujours pas être intégré");
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void recordsThatAreGoodNowAreOfferedToTheNextSynchronisation() {
        String good = "{\"ID\":\"u1\",\"units\":\"box\",\"comment\":\"\",\"order_number\":1}";
        aside(1, "unit", "u1", "BROKEN", "MISSING_FIELD", "ID", "x", good);
        aside(2, "unit", "u2", "BROKEN", "MISSING_FIELD", "ID", "x", "{}");
        navigate(FailedView.class);

        test(find(Button.class).withId("records-retry-all").single()).click();

        assertThat(text(find(Notice.class).withId("records-retried").single()))
                .contains("1 enregistrement peut maintenant être intégré.");
        assertThat(find(Button.class).withId("records-sync-now").single().isEnabled())
                .isTrue();
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void onlyAnAdministratorSeesTheRecordItselfAndTheExport() {
        aside(1, "unit", "u1", "BROKEN", "MISSING_FIELD", "ID", "x", "{}");
        navigate(FailedView.class);
        assertThat(find(Anchor.class).withId("records-export").exists()).isTrue();

        signIn(new SignedInUser("u", "nurse", false, null, Set.of()));
        navigate(WaitingView.class);
        navigate(FailedView.class);

        assertThat(find(Anchor.class).withId("records-export").exists()).isFalse();
        details(0);
        assertThat(find(RecordDialog.class).exists()).isTrue();
        assertThat(find(Pre.class).exists()).isFalse();
    }

    @Test
    void theExportAsksAgainWhoFollowsItsLink() throws IOException {
        aside(1, "unit", "../u1", "BROKEN", "MISSING_FIELD", "ID", "x", "{}");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        VaadinResponse toAdministrator = download(file);
        verify(toAdministrator).setHeader(eq("Content-Disposition"), contains("relais-records-"));
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("\"id\":\"../u1\"");

        signIn(new SignedInUser("u", "nurse", false, null, Set.of()));
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        VaadinResponse toNurse = download(nothing);
        verify(toNurse).setStatus(403);
        verifyNoMoreInteractions(toNurse);
        assertThat(nothing.size()).isZero();
    }

    @Test
    void changesThatCannotBeSentAreListedWithTheirReason() {
        keep("clinician", "c1", null, "{\"ID\":\"c1\"}");
        jdbc.sql("""
                        insert into outbox (type, id, revision, action, since, reason, field, detail)
                        values ('clinician', 'c1', next value for outbox_revision, 'UPSERT', utc_timestamp(), 'RECORD_REFUSED',
                            null, '400 <i>no</i>')
                        """).update();
        navigate(FailedView.class);

        assertThat(unsentCell(0, 1)).contains("Le serveur central l’a refusé.", "Réessaie tout seul");
        unsentDetails(0);
        assertThat(find(RecordDialog.class).single().getElement().getTextRecursively())
                .contains("400 <i>no</i>");
        assertThat(find(Pre.class).withId("record-json").single().getText()).contains("\"c1\"");
    }

    private VaadinResponse download(ByteArrayOutputStream out) throws IOException {
        VaadinResponse response = mock();
        when(response.getOutputStream()).thenReturn(new jakarta.servlet.ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(jakarta.servlet.WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) {
                out.write(b);
            }
        });
        new ExportDownload(export, currentUser, () -> SetAsideFilter.ALL)
                .handleDownloadRequest(new DownloadEvent(
                        mock(VaadinRequest.class),
                        response,
                        VaadinSession.getCurrent(),
                        UI.getCurrent().getElement()));
        return response;
    }

    private void aside(
            long number, String table, String id, String state, String kind, String field, String detail, String text) {
        boolean missing = kind.equals("REFERENCE_MISSING");
        int blank = missing ? detail.indexOf(' ') : -1;
        jdbc.sql("""
                        insert into inbox (number, channel, type, record_id, action, state, reason, field,
                            missing_table, missing_id, detail, since)
                        values (?, 'OPEN_PULL', ?, ?, 'UPSERT', ?, ?, ?, ?, ?, ?, utc_timestamp())
                        """)
                .param(number)
                .params(table, id, state, kind, field)
                .param(missing ? detail.substring(0, blank) : null)
                .param(missing ? detail.substring(blank + 1) : null)
                .param(missing ? null : detail)
                .update();
        jdbc.sql("replace into content (number, data) values (?, ?)")
                .params(number, text)
                .update();
    }

    private static void speak(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().setLocale(language);
    }

    private void details(int row) {
        test((Button) test(grid()).getCellComponent(row, 3)).click();
    }

    private void unsentDetails(int row) {
        test((Button) test(unsent()).getCellComponent(row, 3)).click();
    }

    @SuppressWarnings("unchecked")
    private Grid<SetAside> grid() {
        return find(Grid.class).withId("records-failed").single();
    }

    @SuppressWarnings("unchecked")
    private Grid<OutboxEntry> unsent() {
        return find(Grid.class).withId("records-unsent").single();
    }

    private String cell(int row, int column) {
        return html(test(grid()).getCellComponent(row, column));
    }

    private String unsentCell(int row, int column) {
        return html(test(unsent()).getCellComponent(row, column));
    }

    private static String html(Component component) {
        return component.getElement().getOuterHTML();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private Choice<?> choice(String id) {
        return find(Choice.class).withId(id).single();
    }

    private String paragraph(String id) {
        return find(Paragraph.class).withId(id).single().getText();
    }
}
