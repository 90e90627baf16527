package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.streams.DownloadEvent;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.coldchain.ReadingLog;
import org.relais.coldchain.SensorSite;
import org.relais.language.Phrases;
import org.relais.people.Permission;
import org.springframework.beans.factory.annotation.Autowired;

/** The log as a file for spreadsheets, of a site in Brazzaville that somebody in Auckland looks at. */
class LogDownloadTest extends SensorSite {

    private static final ZoneId READERS = ZoneId.of("Pacific/Auckland");

    @Autowired
    private ReadingLog log;

    @Autowired
    private Desk desk;

    @Autowired
    private I18NProvider translations;

    private final TimeZone machines = TimeZone.getDefault();

    @BeforeEach
    void theServerStandsInBrazzaville() {
        TimeZone.setDefault(TimeZone.getTimeZone("Africa/Brazzaville"));
    }

    @AfterEach
    void theServerStandsWhereItDid() {
        TimeZone.setDefault(machines);
    }

    @Test
    void timesAreTheSitesWhoeverReadsThemAndTheHeaderSaysSo() throws IOException {
        reading(4.5, NOW.minusSeconds(600));

        assertThat(lines(MonitoringFilter.all()))
                .containsExactly(
                        "\uFEFF\"capteur\",\"numéro de série\",\"emplacement\",\"fuseau horaire du site\","
                                + "\"date et heure (Africa/Brazzaville)\",\"température (°C)\",\"rupture\",\"remarque\"",
                        "\"Frigo 1\",\"AA:BB:CC:DD:EE:01\",\"\",Africa/Brazzaville,"
                                + "2026-07-14T12:50:00+01:00,4.5,,");
    }

    @Test
    void theReadingsAreThoseOfThePagesDays() throws IOException {
        Instant readersMidnight =
                LocalDate.of(2026, 7, 14).atStartOfDay(READERS).toInstant();
        reading(4.5, readersMidnight.minusSeconds(600), readersMidnight.plusSeconds(600));

        assertThat(lines(MonitoringFilter.all().between(LocalDate.of(2026, 7, 14), null)))
                .hasSize(2)
                .last()
                .asString()
                .contains("2026-07-13T13:10:00+01:00");
    }

    @Test
    void whatSomebodyTypedIsNoFormula() throws IOException {
        sensor(sensor, "=Frigo \"1\"");
        reading(4.5, NOW.minusSeconds(600), NOW.minusSeconds(595));

        assertThat(lines(MonitoringFilter.all())).hasSize(2).last().asString().startsWith("\"'=Frigo \"\"1\"\"\",");
    }

    @Test
    void whoMayNotSeeTheSensorsAnyMoreGetsNothing() throws IOException {
        reading(4.5, NOW.minusSeconds(600));
        signIn(person(Permission.EDIT_SENSOR_LOCATION));
        VaadinResponse response = mock(VaadinResponse.class);
        DownloadEvent asked = mock(DownloadEvent.class);
        when(asked.getResponse()).thenReturn(response);

        new LogDownload(log, desk, () -> scene(MonitoringFilter.all())).handleDownloadRequest(asked);

        verify(response).setStatus(HttpServletResponse.SC_FORBIDDEN);
        verify(asked).getResponse();
        verifyNoMoreInteractions(asked);
    }

    private List<String> lines(MonitoringFilter filter) throws IOException {
        StringWriter out = new StringWriter();
        new LogDownload(log, desk, () -> null).write(scene(filter), out);
        return out.toString().lines().toList();
    }

    private Scene scene(MonitoringFilter filter) {
        return desk.scene(store, filter, new Phrases(translations, Locale.FRENCH, READERS));
    }
}
