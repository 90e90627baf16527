package org.relais.sync.ui;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.relais.sync.ui.Statuses.NOW;
import static org.relais.sync.ui.Statuses.step;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.doors.ui.PermissionRefresh;
import org.relais.people.CurrentUser;
import org.relais.people.UserLanguages;
import org.relais.people.ui.CurrentStore;
import org.relais.record.Backlog;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.SetAsideTotal;
import org.relais.run.SyncStep;
import org.relais.run.ui.StepItem;
import org.relais.site.ServerAddress;
import org.relais.site.Site;
import org.relais.sync.BadgeSettings;
import org.relais.sync.BadgeThresholds;
import org.relais.sync.HereAlready;
import org.relais.sync.SyncStatus;
import org.relais.testing.PageTurn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The Synchronisation page in its frame, before an engine that does what the test says. */
@ContextConfiguration(classes = SyncPages.Pages.class)
abstract class SyncPages extends SpringBrowserlessTest {

    // Not a plain configuration: tests that start the whole program would find it among its parts.
    @TestConfiguration
    @ComponentScan({"org.relais.language", "org.relais.shell", "org.relais.sync.ui"})
    static class Pages {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        DatabaseWatch database() {
            DatabaseWatch watch = mock();
            when(watch.condition()).thenReturn(DatabaseCondition.ANSWERS);
            when(watch.tell(any())).thenReturn(() -> {});
            return watch;
        }

        @Bean
        ScriptedSynchroniser synchroniser(ApplicationEventPublisher engine) {
            return new ScriptedSynchroniser(engine);
        }
    }

    @Autowired
    ScriptedSynchroniser synchroniser;

    @MockitoBean
    Site site;

    @MockitoBean
    BadgeSettings badge;

    @MockitoBean
    ServerAddress addresses;

    @MockitoBean
    RecordStore records;

    @MockitoBean
    Outbox outbox;

    @MockitoBean
    HereAlready hereAlready;

    @MockitoBean
    AuthenticationContext authentication;

    @MockitoBean
    CurrentUser currentUser;

    @MockitoBean
    UserLanguages userLanguages;

    @MockitoBean
    CurrentStore currentStore;

    @MockitoBean
    PermissionRefresh permissions;

    @Autowired
    ApplicationEventPublisher engine;

    @Override
    protected Set<String> scanPackages() {
        return Set.of("org.relais.shell", "org.relais.sync.ui");
    }

    @BeforeEach
    void calmSite() {
        synchroniser.forget();
        when(site.settings()).thenReturn(Optional.empty());
        when(records.backlog()).thenReturn(new Backlog(0, 0));
        when(records.setAsideTotal()).thenReturn(SetAsideTotal.NONE);
        when(currentStore.find()).thenReturn(Optional.empty());
        when(currentStore.offered()).thenReturn(List.of());
        when(badge.thresholds()).thenReturn(new BadgeThresholds(1, Duration.ofDays(1), Duration.ofDays(3)));
        when(currentUser.find()).thenReturn(Optional.empty());
        when(addresses.reachable(any())).thenReturn(List.of(URI.create("http://192.168.1.20:8080")));
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
        UI.getCurrent().setLocale(Locale.FRENCH);
    }

    void open(SyncStatus status) {
        publish(status);
        navigate(SyncView.class);
        PageTurn.take();
    }

    void publish(SyncStatus status) {
        synchroniser.tell(status);
        engine.publishEvent(status);
        PageTurn.take();
    }

    Component byId(String id) {
        return find(Component.class).withId(id).single();
    }

    boolean shown(String id) {
        return find(Component.class).withId(id).exists();
    }

    String text(String id) {
        return plain(byId(id).getElement().getTextRecursively());
    }

    /** Without the spaces at which no line breaks. */
    static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    List<String> marks(String attribute) {
        return find(StepItem.class).all().stream()
                .map(item -> item.getElement().getAttribute(attribute))
                .toList();
    }

    StepItem item(SyncStep step) {
        return find(StepItem.class).all().stream()
                .filter(one -> step.key().equals(one.getElement().getAttribute("data-step")))
                .findFirst()
                .orElseThrow();
    }
}
