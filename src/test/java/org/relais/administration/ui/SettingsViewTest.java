package org.relais.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.people.SignedInUser;
import org.relais.sync.BadgeSettings;
import org.relais.sync.BadgeThresholds;
import org.springframework.security.access.AccessDeniedException;

class SettingsViewTest extends SettingsSite {

    @Test
    void isForAdministratorsOnly() {
        signIn(new SignedInUser("user-2", "pharma", false, null, Set.of()));

        assertThatThrownBy(() -> navigate(SettingsView.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPageThatStayedOpenLongerThanTheRightChangesNothing() {
        for (String id : List.of(
                "schedule-save", "schedule-pause", "display-save", "history-save", "server-save", "connection-test")) {
            signIn();
            open(id.substring(0, id.indexOf('-')), "fr");
            signIn(new SignedInUser("user-2", "pharma", false, null, Set.of()));
            assertThatThrownBy(() -> test(button(id)).click()).as(id).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(synchroniser.interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.all()).containsOnlyKeys("relais.sync.enabled");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Settings       | 5 minutes | 1 hr 30  | 1 hour 30 minutes  | Saved, with
            fr | Administration | 5 minutes | 1 h 30   | 1 heure 30 minutes | Enregistré
            es | Administración | 5 minutos | 1,5 h    | 1 hora 30 minutos  | Guardado, con
            fr | Administration | 5 minutes | 90       | 1 heure 30 minutes | Enregistré
            en | Settings       | 5 minutes | 90 min   | 1 hour 30 minutes  | Saved, with
            """)
    void takesTheIntervalAsPeopleSayIt(
            String language, String title, String usual, String typed, String shown, String saved) {
        open("schedule", language);
        assertThat(find(H1.class).single().getText()).isEqualTo(title);
        assertThat(plain(text("sync-interval").getValue())).isEqualTo(usual);

        test(text("sync-interval")).setValue(typed);
        test(button("schedule-save")).click();

        assertThat(synchroniser.interval()).isEqualTo(Duration.ofMinutes(90));
        assertThat(plain(text("sync-interval").getValue())).isEqualTo(shown);
        assertThat(said("schedule-saved")).startsWith(saved);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | often   | Enter a number with its unit, for example 5 minutes or 1 hour 30 minutes.
            fr | souvent | Saisissez un nombre avec son unité, par exemple 5 minutes ou 1 heure 30 minutes.
            es | seguido | Introduzca un número con su unidad, por ejemplo 5 minutos o 1 hora 30 minutos.
            en | 30 s    | Choose from 1 minute to 7 days.
            fr | 8 jours | Choisissez une durée de 1 minute à 7 jours.
            es | 30 seg  | Elija una duración de 1 minuto a 7 días.
            """)
    void saysWhatIsWrongWithAnInterval(String language, String typed, String words) {
        open("schedule", language);
        test(text("sync-interval")).setValue(typed);
        test(button("schedule-save")).click();

        assertThat(text("sync-interval").isInvalid()).isTrue();
        assertThat(plain(text("sync-interval").getErrorMessage())).isEqualTo(words);
        assertThat(synchroniser.interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(button("schedule-save").isEnabled()).isTrue();
    }

    @Test
    void aNumberAloneCountsInTheFieldsUnitAndTheFieldSaysSo() {
        open("schedule", "es");
        test(text("sync-interval")).setValue("300");
        assertThat(plain(said("sync-interval-understood"))).isEqualTo("= 5 horas");
        test(button("schedule-take-back")).click();
        open("display", "es");
        test(text("badge-overdue-after")).setValue("4");
        assertThat(plain(said("badge-overdue-after-understood"))).isEqualTo("= 4 días");
        assertThat(find(Span.class).withId("badge-late-after-understood").exists())
                .isFalse();
    }

    @Test
    void pausesAndResumes() {
        // Just over: the next one is due in five minutes, when this test is over too.
        jdbc.sql("""
                        insert into sync_run (trigger_key, started_at, finished_at, outcome, updated_at)
                        values ('person', utc_timestamp(), utc_timestamp(), 'succeeded', utc_timestamp())
                        """).update();
        synchroniser.resume();
        open("schedule", "fr");
        assertThat(span("schedule-state").getText()).startsWith("Prochaine\u00a0: ");

        test(button("schedule-pause")).click();
        assertThat(synchroniser.status().paused()).isTrue();
        assertThat(span("schedule-state").getText()).startsWith("En pause");
        assertThat(said("schedule-saved")).isEqualTo("La synchronisation automatique est en pause.");

        test(button("schedule-pause")).click();
        assertThat(synchroniser.status().paused()).isFalse();
    }

    @Test
    void saysWhatTheConfigurationTakesBackAtTheNextStart() {
        open("schedule", "en");

        String schedule = component("settings-schedule").getElement().getTextRecursively();
        assertThat(schedule).contains("The configuration sets relais.sync.enabled to false: at the next start");
        assertThat(find(Span.class).withClassName("configured-note").all()).hasSize(1);
        open("connection", "en");
        assertThat(find(Div.class).withId("connection-configured").exists()).isFalse();
    }

    @Test
    void thresholdsOfTheBadgeAreKept() {
        open("display", "es");
        test(integer("badge-shown-from")).setValue("10");
        test(text("badge-late-after")).setValue("12 horas");
        test(text("badge-overdue-after")).setValue("2 días");
        test(button("display-save")).click();

        assertThat(badge.thresholds()).isEqualTo(new BadgeThresholds(10, Duration.ofHours(12), Duration.ofDays(2)));
        assertThat(said("display-saved")).isEqualTo("Guardado.");
    }

    @Test
    void wrongThresholdsAreToldAtTheirFields() {
        open("display", "fr");
        integer("badge-shown-from").setValue("1,5");
        test(text("badge-late-after")).setValue("2 jours");
        test(text("badge-overdue-after")).setValue("1 jour");
        test(button("display-save")).click();

        assertThat(plain(integer("badge-shown-from").getErrorMessage()))
                .isEqualTo("Saisissez un nombre entier de 1 à 1 000 000.");
        assertThat(text("badge-overdue-after").getErrorMessage())
                .isEqualTo("Le rouge doit venir plus tard que l’orange.");
        assertThat(text("badge-late-after").isInvalid()).isFalse();
        assertThat(settings.all()).doesNotContainKey(BadgeSettings.LATE_AFTER);
    }

    @Test
    void theLengthOfTheHistoryIsKeptWithinItsBounds() {
        open("history", "fr");
        test(integer("history-keep-days")).setValue("3651");
        test(button("history-save")).click();
        assertThat(plain(integer("history-keep-days").getErrorMessage()))
                .isEqualTo("Saisissez un nombre entier de jours, de 1 à 3 650.");

        test(integer("history-keep-days")).setValue("30");
        test(button("history-save")).click();
        assertThat(settings.find("relais.history.keep-days")).hasValue("30");
    }

    @Test
    void theAddressForPhonesIsKeptWhenPhonesAcceptIt() {
        open("server", "es");
        test(text("public-url")).setValue("http://relais");
        test(button("server-save")).click();
        assertThat(text("public-url").getErrorMessage()).startsWith("Los teléfonos solo aceptan");

        test(text("public-url")).setValue("https://relais.example.org");
        test(button("server-save")).click();
        assertThat(settings.find("relais.site.public-url")).hasValue("https://relais.example.org");

        test(text("public-url")).setValue("");
        test(button("server-save")).click();
        assertThat(settings.find("relais.site.public-url")).isEmpty();
        assertThat(find(Paragraph.class).withId("public-url-found").single().getText())
                .isNotBlank();
    }

    @Test
    void asksBeforeWhatWasTypedIsLost() {
        open("server", "fr");
        test(text("public-url")).setValue("https://relais.example.org");
        UI.getCurrent().navigate("help");
        assertThat(find(SettingsView.class).exists()).isTrue();
        assertThat(find(H2.class).withId("leave-question-title").single().getText())
                .isEqualTo("Quitter sans enregistrer\u00a0?");

        test(button("leave-unsaved")).click();
        assertThat(find(SettingsView.class).exists()).isFalse();
    }

    @Test
    void anotherSectionIsAnotherPageForWhatWasTyped() {
        open("server", "fr");
        test(text("public-url")).setValue("https://relais.example.org");
        UI.getCurrent().navigate("settings/history");
        assertThat(text("public-url").getValue()).isEqualTo("https://relais.example.org");

        test(button("leave-unsaved")).click();
        assertThat(find(TextField.class).withId("public-url").exists()).isFalse();
        assertThat(integer("history-keep-days").getValue()).isEqualTo("90");
    }

    @Test
    void eachSectionHasAnAddressAndTheListMarksTheOpenOne() {
        open("schedule", "fr");
        List<String> addresses = find(SettingsContents.class)
                .single()
                .getElement()
                .getChild(1)
                .getChildren()
                .map(item -> item.getChild(0).getAttribute("href"))
                .toList();
        assertThat(addresses)
                .containsExactly(
                        "settings/connection",
                        "settings/schedule",
                        "settings/display",
                        "settings/server",
                        "settings/history",
                        "settings/backup",
                        "settings/programs",
                        "settings/doctor",
                        "settings/support",
                        "settings/logs",
                        "settings/reset");
        for (String address : addresses) {
            UI.getCurrent().navigate(address);
            assertThat(find(Anchor.class).withAttribute("aria-current", "page").all().stream()
                            .map(Anchor::getHref)
                            .filter(addresses::contains))
                    .containsExactly(address);
        }
        assertThat(UI.getCurrent().getInternals().getTitle()).matches("[^·]+ · Administration · Relais");
    }

    @Test
    void theFirstSectionIsWhereTheSettingsBeginAndAnUnknownOneIsMissing() {
        open("display", "en");
        UI.getCurrent().navigate("settings");
        assertThat(component("settings-connection").isVisible()).isTrue();

        UI.getCurrent().navigate("settings/nowhere");
        assertThat(component("missing-page").isVisible()).isTrue();
    }

    @Test
    void leavesAtOnceWhenNothingWasTyped() {
        open("server", "fr");
        UI.getCurrent().navigate("help");

        assertThat(find(SettingsView.class).exists()).isFalse();
    }
}
