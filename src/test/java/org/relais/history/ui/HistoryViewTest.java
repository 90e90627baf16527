package org.relais.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.OrderedList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.relais.components.Notice;
import org.relais.people.SignedInUser;
import org.relais.record.SetAsideTotal;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunPlan;
import org.relais.run.RunStep;
import org.relais.run.Runs;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.run.Trigger;
import org.relais.sync.SyncStatus;
import org.relais.testing.Chooser;
import org.relais.testing.PageTurn;
import org.springframework.beans.factory.annotation.Autowired;

class HistoryViewTest extends HistorySite {

    @Autowired
    private Runs runs;

    @Test
    void aSiteThatNeverSynchronisedSaysSo() {
        navigate(HistoryView.class);

        assertThat(find(H1.class).single().getText()).isEqualTo("Historique");
        assertThat(paragraph("runs-empty")).startsWith("Il n’y a pas encore eu");
        assertThat(paragraph("history-summary")).startsWith("Aucune synchronisation n’a commencé");
    }

    @Test
    void runsAreListedNewestFirstWithWhatStartedThemAndHowTheyEnded() {
        run(Duration.ofHours(2), "failed", "schedule", null, 0, 0);
        long newest = run(Duration.ofHours(1), "succeeded", "person", "<b>Awa</b>", 3, 1200);
        step(newest, 0, "push", "done", 3L, 3L, null);
        step(newest, 1, "pull-central", "done", 1200L, null, null);
        navigate(HistoryView.class);

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(cell(0, 0)).contains("href=\"history/" + newest + "\"");
        assertThat(test(grid()).getCellText(0, 1)).isEqualTo("Une personne\u00a0: <b>Awa</b>");
        assertThat(test(grid()).getCellText(0, 2)).isEqualTo("1\u00a0min");
        assertThat(test(grid()).getCellText(0, 3)).isEqualTo("3");
        assertThat(test(grid()).getCellText(0, 4)).isEqualTo("1\u202f200");
        assertThat(cell(0, 5)).contains("Réussie");
        assertThat(cell(1, 5)).contains("Échouée");
        assertThat(test(grid()).getCellText(1, 1)).isEqualTo("Automatique");
    }

    @Test
    void runsAreFilteredByResultAndByWhatStartedThem() {
        run(Duration.ofHours(3), "failed", "schedule", null, 0, 0);
        run(Duration.ofHours(2), "failed", "person", "Awa", 0, 0);
        run(Duration.ofHours(1), "succeeded", "person", "Awa", 0, 0);
        navigate(HistoryView.class);

        Chooser.choose(choice("history-outcome"), "Échouée");
        assertThat(paragraph("history-count")).isEqualTo("2 synchronisations");
        Chooser.choose(choice("history-trigger"), "Une personne");
        assertThat(paragraph("history-count")).isEqualTo("1 synchronisation");
        assertThat(test(grid()).size()).isEqualTo(1);
        Chooser.choose(choice("history-trigger"), "Un autre programme");
        assertThat(paragraph("runs-empty")).startsWith("Aucune synchronisation ne correspond");
    }

    @Test
    void theMonthIsToldInASentenceAndInATable() {
        run(Duration.ofMinutes(5), "succeeded", "schedule", null, 2, 30);
        run(Duration.ofDays(3), "partial", "schedule", null, 0, 10);
        run(Duration.ofDays(5), "cancelled", "person", "Awa", 0, 0);
        run(Duration.ofDays(40), "failed", "schedule", null, 0, 0);
        jdbc.sql("update site set initialised_at = ?")
                .param(LocalDateTime.ofInstant(NOW.minus(Duration.ofDays(10)), ZoneOffset.UTC))
                .update();
        navigate(HistoryView.class);

        assertThat(paragraph("history-summary"))
                .isEqualTo("3 synchronisations\u00a0: 1 réussie, 1 échouée en tout ou partie,"
                        + " 1 annulée, interrompue ou en cours."
                        + " 2 enregistrements envoyés, 40 reçus. 10 jours sans synchronisation réussie.");
        NativeTable table = find(NativeTable.class).single();
        assertThat(table.getBody().getRowCount()).isEqualTo(Month.DAYS);
        assertThat(table.getBody().getRows().get(3).getElement().getTextRecursively())
                .contains("1010010"); // one run, none succeeded, one partial, none failed, none sent, 10 received
        assertThat(find(MonthChart.class).single().getElement().getAttribute("aria-hidden"))
                .isEqualTo("true");
    }

    @Test
    void aRunOpensToItsStepsAndErrors() {
        long run = run(Duration.ofHours(1), "partial", "schedule", null, 1, 0);
        step(run, 0, "push-v6", "failed", null, null, "timeout");
        step(run, 1, "push", "done", 4L, 1L, null);
        step(run, 2, "pull-v6", "skipped", null, null, null);
        jdbc.sql("update sync_run set error_code = 'timeout', error_server = 'open', error_call = 'POST /<i>x</i>',"
                        + " error_detail = '', error_at = started_at where id = ?")
                .param(run)
                .update();

        open(run);

        String steps = text(find(OrderedList.class).withId("run-steps").single());
        assertThat(steps)
                .contains("Push V6échouée", "Le serveur central Open mSupply n’a pas répondu à temps.")
                .contains("4 modifications traitées, dont 1 envoyée")
                .contains("Pull V6ignorée");
        assertThat(text(find(RunFacts.class).single())).contains("Partielle", "Automatique", "1 envoyé, 0 reçu");
        assertThat(find(RunView.class).single().getElement().getOuterHTML()).doesNotContain("<i>x</i>");
    }

    @Test
    void aFailedRunLeadsWhoLooksAfterTheServerToTheDoctorAndNobodyElse() {
        long run = run(Duration.ofHours(1), "failed", "schedule", null, 0, 0);
        step(run, 0, "push", "failed", null, null, "timeout");
        jdbc.sql("update sync_run set error_code = 'timeout', error_server = 'open', error_detail = '',"
                        + " error_at = started_at where id = ?")
                .param(run)
                .update();

        open(run);
        assertThat(cures()).containsExactly("settings/doctor");

        signIn(new SignedInUser("user-2", "awa", false, null, Set.of()));
        navigate(HistoryView.class);
        open(run);
        assertThat(cures()).isEmpty();
    }

    private List<String> cures() {
        return find(Anchor.class).all().stream()
                .map(Anchor::getHref)
                .filter(address -> address.startsWith("settings/") || address.startsWith("help?about"))
                .toList();
    }

    @Test
    void aRunTellsWhatCameInWithItAndIsStillSetAside() {
        long run = run(Duration.ofHours(1), "succeeded", "schedule", null, 0, 5);
        aside(1, NOW.minus(Duration.ofHours(1)).plusSeconds(10));
        aside(2, NOW.minus(Duration.ofHours(1)).plusSeconds(20));
        aside(3, NOW);

        open(run);

        assertThat(paragraph("run-set-aside"))
                .startsWith("2 enregistrements reçus avec cette synchronisation")
                .endsWith("2 à signaler");
        assertThat(find(Anchor.class).all().stream().map(Anchor::getHref)).contains("records/failed?run=" + run);
    }

    @Test
    void aMissingRunSaysSoInWords() {
        for (String address : List.of("history/4711", "historial/x%3Cb%3E", "historique/99999999999999999999")) {
            navigate(address, RunView.class);

            assertThat(find(Notice.class).withId("run-missing").single().isVisible())
                    .as(address)
                    .isTrue();
            assertThat(find(H1.class).single().getText()).isEqualTo("Synchronisation introuvable");
        }
    }

    @Test
    void aRunThatGoesOnIsShownLive() {
        long run = run(Duration.ofMinutes(1), "running", "person", "Awa", 0, 0);
        step(run, 0, "pull-central", "active", 0L, null, null);
        open(run);
        Run began = runs.find(run).orElseThrow();

        // Who looks for what other processes do tells of the run as it is written, too, at a moment of its own.
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            engine.publishEvent(status(with(
                    began,
                    new RunStep(
                            SyncStep.PULL_CENTRAL, StepState.ACTIVE, 900L, 450L, null, null, NOW, null, null, null))));
            PageTurn.take();
            assertThat(text(find(OrderedList.class).withId("run-steps").single()))
                    .contains("Pull Centralen cours450 enregistrements reçus");
        });

        jdbc.sql("update sync_run set outcome = 'cancelled', finished_at = utc_timestamp(6) where id = ?")
                .param(run)
                .update();
        engine.publishEvent(synchroniser.status());
        PageTurn.take();

        assertThat(text(find(RunFacts.class).single())).contains("Annulée");
    }

    @Test
    void languageChangesTheOpenPage() {
        run(Duration.ofHours(1), "failed", "schedule", null, 0, 0);
        navigate(HistoryView.class);

        speak(Locale.of("es"));

        assertThat(find(H1.class).single().getText()).isEqualTo("Historial");
        assertThat(cell(0, 5)).contains("Fallida");
    }

    private void open(long run) {
        navigate(RunView.class, Map.of("run", Long.toString(run)));
    }

    private static SyncStatus status(Run current) {
        return new SyncStatus(true, Instant.EPOCH, false, 0, null, current, null, null, null, SetAsideTotal.NONE);
    }

    private static Run with(Run run, RunStep step) {
        return new Run(
                run.id(),
                RunPlan.USUAL,
                Trigger.PERSON,
                "Awa",
                run.startedAt(),
                null,
                Outcome.RUNNING,
                List.of(step),
                null,
                null);
    }

    private void step(long run, int position, String step, String state, Long done, Long sent, String error) {
        jdbc.sql("""
                        insert into sync_step (run_id, position, step, state, total, done, sent, error_code, error_server,
                            error_detail, error_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'open', '', utc_timestamp())
                        """)
                .params(run, position, step, state, done, done, sent, error)
                .update();
    }

    private void aside(long number, Instant since) {
        jdbc.sql("""
                        insert into inbox (number, channel, type, record_id, action, state, reason, since)
                        values (?, 'OPEN_PULL', 'unit', ?, 'UPSERT', 'BROKEN', 'BROKEN_JSON', ?)
                        """)
                .params(number, "u" + number, LocalDateTime.ofInstant(since, ZoneOffset.UTC))
                .update();
    }
}
