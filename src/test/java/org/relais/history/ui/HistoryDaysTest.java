package org.relais.history.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.relais.components.Notice;
import org.relais.testing.Chooser;

/** The strip of the last days, and what a row of the list says at first sight. */
class HistoryDaysTest extends HistorySite {

    @Test
    void aDayIsAsGoodAsItsWorstRunAndLeadsToItsRuns() {
        run(Duration.ofHours(1), "succeeded", "schedule", null, 0, 0);
        run(Duration.ofDays(2), "succeeded", "schedule", null, 0, 0);
        run(Duration.ofDays(2).plusHours(1), "failed", "schedule", null, 0, 0);
        run(Duration.ofDays(3), "cancelled", "person", "Awa", 0, 0);
        navigate(HistoryView.class);

        assertThat(square("2026-11-18").getElement().getAttribute("data-outcome"))
                .isEqualTo("succeeded");
        assertThat(square("2026-11-16").getElement().getAttribute("data-outcome"))
                .isEqualTo("failed");
        assertThat(square("2026-11-15").getElement().getAttribute("data-outcome"))
                .isEqualTo("others");
        assertThat(square("2026-11-14").getElement().getAttribute("data-outcome"))
                .isEqualTo("none");
        assertThat(text(square("2026-11-16"))).contains("2 synchronisations, 1 échouée");
        assertThat(find(Anchor.class).withClassName("day-square").all()).hasSize(Month.DAYS);

        assertThat(square("2026-11-16").getHref()).isEqualTo("history?day=2026-11-16");
        UI.getCurrent().navigate("history", QueryParameters.of("day", "2026-11-16"));

        assertThat(paragraph("history-count")).isEqualTo("2 synchronisations");
        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(text(find(Notice.class).withId("history-day").single()))
                .contains("du 16 novembre", "Afficher tous les jours");
        Chooser.choose(choice("history-outcome"), "Échouée");
        assertThat(paragraph("history-count")).isEqualTo("1 synchronisation");
        assertThat(square("2026-11-16").getElement().getAttribute("aria-current"))
                .isEqualTo("true");

        UI.getCurrent().navigate(square("2026-11-16").getHref());
        assertThat(find(Notice.class).withId("history-day").exists()).isFalse();
    }

    @Test
    void aDayThatNobodyCanReadIsNone() {
        run(Duration.ofHours(1), "succeeded", "schedule", null, 0, 0);
        UI.getCurrent().navigate("history", QueryParameters.of("day", "yesterday"));

        assertThat(paragraph("history-count")).isEqualTo("1 synchronisation");
    }

    @Test
    void theRowOfARunThatFailedBeginsToSayWhy() {
        long failed = run(Duration.ofHours(1), "failed", "schedule", null, 0, 0);
        jdbc.sql("update sync_run set error_code = 'timeout', error_server = 'legacy', error_detail = '',"
                        + " error_at = started_at where id = ?")
                .param(failed)
                .update();
        navigate(HistoryView.class);

        assertThat(cell(0, 5)).contains("Échouée", "Le serveur central mSupply n’a pas répondu à temps.");
    }

    private Anchor square(String day) {
        return find(Anchor.class).withAttribute("data-day", day).single();
    }
}
