package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.coldchain.Breaches;
import org.relais.coldchain.Readings;
import org.relais.coldchain.SensorSite;
import org.relais.language.PhraseBook;
import org.springframework.beans.factory.annotation.Autowired;

/** The chart and its table are two looks at one answer of the database. */
class ChartPartTest extends SensorSite {

    @Autowired
    private Readings readings;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Desk desk;

    @Autowired
    private PhraseBook phraseBook;

    private Readings asked;

    @BeforeEach
    void count() {
        asked = mock(Readings.class, delegatesTo(readings));
    }

    @Test
    void theDatabaseIsAskedOnceForThePictureAndTheTable() {
        reading(4.5, NOW.minus(Duration.ofHours(2)));

        draw();

        assertThat(find(NativeTable.class).withId("chart-data").exists()).isTrue();
        verify(asked, times(1)).trend(any(), any(), any(), anyInt());
    }

    @Test
    void eachRowTellsOfItsOwnTimeToTheSecond() {
        Instant row = NOW.minus(Duration.ofHours(10));
        reading(3, row.minusSeconds(1));
        reading(5.25, row);
        reading(6, row.plusSeconds(3599));
        reading(9, row.plusSeconds(3600));

        draw();

        assertThat(cells().subList(12, 17))
                .containsExactly("aucun relevé", "3,0 °C", "de 5,3 à 6,0 °C", "9,0 °C", "aucun relevé");
    }

    private void draw() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        ChartPart chart = new ChartPart(asked, breaches);
        UI.getCurrent().add(chart);
        chart.show(desk.scene(store, MonitoringFilter.all(), phraseBook.of(UI.getCurrent())));
    }

    private List<String> cells() {
        return find(NativeTable.class).withId("chart-data").single().getBody().getRows().stream()
                .map(row -> row.getDataCells().getFirst().getText().replaceAll("[\\u00a0\\u202f]", " "))
                .toList();
    }
}
