package org.relais.coldchain.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.coldchain.SensorSite;
import org.relais.people.Permission;

class ReportViewTest extends SensorSite {

    @BeforeEach
    void french() {
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    @Test
    void thirtyDaysStandInThirtyLinesAndADayOfFrostIsAnAlarm() {
        Instant start = NOW.minus(Duration.ofDays(2));
        for (int minutes = 0; minutes <= 90; minutes += 5) {
            reading(-1.5, start.plus(Duration.ofMinutes(minutes)));
        }
        breach(start, start.plus(Duration.ofHours(2)));

        UI.getCurrent().navigate(ReportView.address(sensor));

        assertThat(find(H1.class).single().getText()).isEqualTo("Rapport de 30 jours");
        assertThat(days()).isEqualTo(30);
        assertThat(find(NativeTableRow.class).all().stream()
                        .filter(row -> row.getElement().hasAttribute("data-alarm"))
                        .map(row -> row.getElement().getTextRecursively()))
                .singleElement()
                .asString()
                .contains("\u22121,5", "OMS\u00a0: gel", "1 rupture");
    }

    @Test
    void theThirtyDaysBeforeAreOneLinkAway() {
        reading(4, NOW.minus(Duration.ofDays(40)));
        UI.getCurrent().navigate(ReportView.address(sensor));
        String before = find(Anchor.class).withId("report-earlier").single().getHref();

        UI.getCurrent()
                .navigate(
                        before.substring(0, before.indexOf('?')),
                        QueryParameters.fromString(before.substring(before.indexOf('?') + 1)));

        assertThat(days()).isEqualTo(30);
        assertThat(find(NativeTableRow.class).all().stream()
                        .map(row -> row.getElement().getTextRecursively())
                        .filter(text -> text.contains("4")))
                .isNotEmpty();
        assertThat(find(Anchor.class).withId("report-later").exists()).isTrue();
    }

    @Test
    void aDayIsTheSitesWhereverTheReaderSitsAndTheSheetSaysWhich() {
        TimeZone machines = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Africa/Brazzaville"));
        try {
            ExtendedClientDetails reader = mock(ExtendedClientDetails.class);
            when(reader.getTimeZoneId()).thenReturn("Pacific/Auckland");
            UI.getCurrent().getInternals().setExtendedClientDetails(reader);
            reading(4, Instant.parse("2026-07-14T00:30:00+01:00"));

            UI.getCurrent().navigate(ReportView.address(sensor));

            NativeTableRow today = find(NativeTableRow.class).all().getLast();
            assertThat(today.getElement().getAttribute("data-day")).isEqualTo("2026-07-14");
            assertThat(today.getElement().getTextRecursively()).startsWith("14 juil.4,04,04,0");
            assertThat(find(DescriptionList.class).single().getElement().getTextRecursively())
                    .contains("fuseau horaire Africa/Brazzaville");
        } finally {
            TimeZone.setDefault(machines);
        }
    }

    @Test
    void whoMayNotSeeTheSensorSeesNoReportOfIt() {
        signIn(person(Permission.EDIT_SENSOR_LOCATION));

        UI.getCurrent().navigate(ReportView.address(sensor));

        assertThat(find(NativeTableRow.class).exists()).isFalse();
    }

    private long days() {
        return find(NativeTableRow.class).all().stream()
                .filter(row -> row.getElement().hasAttribute("data-day"))
                .count();
    }
}
