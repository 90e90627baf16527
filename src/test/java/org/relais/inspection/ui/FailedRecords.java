package org.relais.inspection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.relais.components.Choice;
import org.relais.inspection.SupportExport;
import org.relais.people.CurrentUser;
import org.relais.record.OutboxEntry;
import org.relais.record.SetAside;
import org.relais.testing.SeededSite;
import org.springframework.beans.factory.annotation.Autowired;

/** Records that could not be integrated, and the page that lists them. */
abstract class FailedRecords extends SeededSite {

    static final String MARKUP = "<img src=x onerror=alert(1)>";

    @Autowired
    SupportExport export;

    @Autowired
    CurrentUser currentUser;

    @BeforeEach
    void nothingFailed() {
        signIn();
        jdbc.sql("delete from inbox").update();
        everythingIsSent();
        speak(Locale.FRENCH);
    }

    void aside(
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

    static void speak(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().setLocale(language);
    }

    void details(int row) {
        test((Button) test(grid()).getCellComponent(row, 3)).click();
    }

    void unsentDetails(int row) {
        test((Button) test(unsent()).getCellComponent(row, 3)).click();
    }

    @SuppressWarnings("unchecked")
    Grid<SetAside> grid() {
        return find(Grid.class).withId("records-failed").single();
    }

    @SuppressWarnings("unchecked")
    Grid<OutboxEntry> unsent() {
        return find(Grid.class).withId("records-unsent").single();
    }

    String cell(int row, int column) {
        return html(test(grid()).getCellComponent(row, column));
    }

    String unsentCell(int row, int column) {
        return html(test(unsent()).getCellComponent(row, column));
    }

    static String html(Component component) {
        return component.getElement().getOuterHTML();
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    Choice<?> choice(String id) {
        return find(Choice.class).withId(id).single();
    }

    String paragraph(String id) {
        return find(Paragraph.class).withId(id).single().getText();
    }
}
