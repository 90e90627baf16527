package org.relais.history.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relais.components.CopyButton;
import org.relais.people.SignedInUser;
import org.relais.record.Sameness;
import org.relais.record.TableSameness;
import org.relais.run.Comparisons;
import org.relais.testing.PageTurn;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page of a run says about the comparison that was made after it. */
class SamenessPanelTest extends HistorySite {

    private static final String UNITS = "00112233445566aa";

    @Autowired
    private Comparisons comparisons;

    @Test
    void theFiguresAddUpToWhatWasAnnouncedInThreeLanguages() {
        long run = run(Duration.ofHours(1), "succeeded", "setup", null, 0, 25_000);
        keep(
                run,
                table("item", 20_000, 19_985, 15, 0, 0, 0, 0, 0, "0123456789abcdef"),
                table("unit", 5_000, 5_000, 0, 0, 0, 0, 0, 0, UNITS));
        open(run);

        assertThat(text("sameness-sentence"))
                .isEqualTo(
                        "25\u202f000 enregistrements annoncés, 24\u202f985 présents, 15 mis de côté\u00a0: tout concorde");
        assertThat(text("run-sameness")).contains("Comparaison faite aujourd’hui à 11:00");
        speak(Locale.ENGLISH);
        assertThat(text("sameness-sentence"))
                .isEqualTo("25,000 records announced, 24,985 here, 15 set aside: the same");
        speak(Locale.of("es"));
        assertThat(text("sameness-sentence"))
                .isEqualTo("25.000 registros anunciados, 24.985 presentes, 15 apartados: todo coincide");
    }

    @Test
    void eachTableHasItsFiguresAndItsDigestWhichCanBeCopied() {
        long run = run(Duration.ofHours(1), "succeeded", "setup", null, 0, 5_003);
        keep(run, table("unit", 5_003, 4_998, 2, 1, 0, 2, 0, 0, UNITS));
        open(run);

        NativeTable table = find(NativeTable.class).single();
        assertThat(text(table.getBody().getRows().getFirst()))
                .isEqualTo("unit" + "5\u202f003" + "4\u202f998" + "2" + "4\u202f998" + UNITS);
        assertThat(find(CopyButton.class, byId("run-sameness"))
                        .single()
                        .getElement()
                        .getAttribute("data-copy"))
                .contains(text("sameness-digest"), "unit\t4998\t" + UNITS);
        assertThat(text("sameness-sentence")).contains("2 mis de côté, 1 supprimé depuis, 2 reçus une fois de plus");
    }

    @Test
    void whatIsMissingIsSaidWithWhatToDo() {
        long run = run(Duration.ofHours(1), "succeeded", "setup", null, 0, 10);
        keep(run, table("unit", 10, 7, 0, 0, 0, 0, 0, 3, UNITS));
        open(run);

        assertThat(text("sameness-sentence")).endsWith("3 manquants\u00a0: ne concorde pas");
        assertThat(byId("run-sameness").getElement().getAttribute("data-same")).isEqualTo("false");
        assertThat(text("run-sameness")).contains("Envoyez le fichier d’assistance");
    }

    @Test
    void anAdministratorHasTheNewestRunComparedAndNobodyElse() {
        long older = run(Duration.ofHours(2), "succeeded", "schedule", null, 0, 0);
        long newest = run(Duration.ofHours(1), "succeeded", "schedule", null, 0, 0);
        engine.publishEvent(synchroniser.status());
        open(older);
        assertThat(find(Component.class).withId("run-sameness").exists()).isFalse();
        signIn(new SignedInUser("user-2", "awa", false, null, Set.of()));
        open(newest);
        assertThat(find(Component.class).withId("run-sameness").exists()).isFalse();
        signIn();
        open(newest);

        test((Button) byId("sameness-compare")).click();
        await().until(() -> comparisons.after(newest).isPresent());
        await().pollInSameThread().until(() -> {
            PageTurn.take();
            return find(Component.class).withId("sameness-sentence").exists();
        });

        assertThat(text("sameness-sentence")).contains("annoncé");
        assertThat(((Button) byId("sameness-compare")).isEnabled()).isTrue();
    }

    private void open(long run) {
        navigate(RunView.class, Map.of("run", Long.toString(run)));
    }

    private void keep(long run, TableSameness... tables) {
        comparisons.keep(run, new Sameness(NOW, List.of(tables)));
    }

    private static TableSameness table(
            String name,
            long announced,
            long here,
            long aside,
            long deleted,
            long merged,
            long repeated,
            long waiting,
            long missing,
            String digest) {
        return new TableSameness(
                name, announced, here, aside, deleted, merged, repeated, waiting, missing, here, digest);
    }

    private String text(String id) {
        return text(byId(id));
    }
}
