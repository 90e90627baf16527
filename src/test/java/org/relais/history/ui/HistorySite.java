package org.relais.history.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.relais.components.Choice;
import org.relais.run.Run;
import org.relais.sync.Synchroniser;
import org.relais.testing.SeededSite;
import org.relais.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A site whose history a test writes, with the clock stopped far from midnight. */
abstract class HistorySite extends SeededSite {

    /** Far from midnight, and from any day on which clocks are changed. */
    static final Instant NOW = Instant.parse("2026-11-18T11:00:00Z");

    @Autowired
    Synchroniser synchroniser;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEventPublisher engine;

    @BeforeEach
    void noRuns() {
        signIn();
        forgetRuns();
        clock.stopAt(NOW);
        jdbc.sql("delete from inbox").update();
        speak(Locale.FRENCH);
    }

    @AfterEach
    void forgetRuns() {
        jdbc.sql("delete from sync_run").update();
        engine.publishEvent(synchroniser.status());
        clock.goOn();
    }

    long run(Duration ago, String outcome, String trigger, String by, long sent, long received) {
        LocalDateTime began = LocalDateTime.ofInstant(NOW.minus(ago), ZoneOffset.UTC);
        LocalDateTime ended = outcome.equals("running") ? null : began.plusMinutes(1);
        return jdbc.sql("""
                        insert into sync_run (trigger_key, started_by, started_at, finished_at, outcome, updated_at, sent, received)
                        values (?, ?, ?, ?, ?, ?, ?, ?) returning id
                        """)
                .params(trigger, by, began, ended, outcome, began, sent, received)
                .query(Long.class)
                .single();
    }

    static void speak(Locale language) {
        VaadinSession.getCurrent().setLocale(language);
        UI.getCurrent().setLocale(language);
    }

    @SuppressWarnings("unchecked")
    Grid<Run> grid() {
        return find(Grid.class).withId("runs").single();
    }

    String cell(int row, int column) {
        return ((Component) test(grid()).getCellComponent(row, column))
                .getElement()
                .getOuterHTML();
    }

    Choice<?> choice(String id) {
        return find(Choice.class).withId(id).single();
    }

    String paragraph(String id) {
        return find(Paragraph.class).withId(id).single().getText();
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
