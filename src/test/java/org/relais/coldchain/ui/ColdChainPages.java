package org.relais.coldchain.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.server.VaadinSession;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.relais.coldchain.BreachType;
import org.relais.coldchain.Phone;
import org.relais.coldchain.PhoneBatches;
import org.relais.coldchain.PhoneCall;
import org.relais.coldchain.Sent;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.sync.Synchroniser;
import org.relais.testing.PageTurn;
import org.relais.testing.SeededSite;
import org.relais.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** A store with a fridge that is for 2 to 8 °C, a phone that sends to it, and the administrator in front of its pages. */
abstract class ColdChainPages extends SeededSite {

    static final Instant NOW = Instant.parse("2026-03-14T14:00:00Z");

    private static final int INTERVAL = 600;

    @Autowired
    PhoneBatches batches;

    @Autowired
    ColdChainFeed feed;

    @Autowired
    TestClock clock;

    String store;

    private String fridge;

    @Autowired
    Synchroniser synchroniser;

    @Autowired
    ApplicationEventPublisher engine;

    /** Pages are told when a test says so, and not in the middle of what it does. */
    @BeforeEach
    void nobodyElseLooks() {
        feed.stop();
    }

    @BeforeEach
    void aStoreWithAFridge() {
        engine.publishEvent(synchroniser.status());
        clock.stopAt(NOW);
        signIn();
        noStores();
        store = newStore("Centre de santé");
        fridge = newId();
        String type = newId();
        keep("Location_type", type, null, """
                {"ID":"%s","Description":"Réfrigérateur","Temperature_min":2,"Temperature_max":8}""".formatted(type));
        keep("Location", fridge, store, """
                {"ID":"%s","code":"F1","Description":"Vaccins","type_ID":"%s","store_ID":"%s","hold":false}""".formatted(fridge, type, store));
        VaadinSession.getCurrent().setLocale(Locale.FRENCH);
    }

    @AfterEach
    void timeGoesOn() {
        clock.goOn();
        feed.start();
    }

    static Instant ago(int minutes) {
        return NOW.minus(minutes, ChronoUnit.MINUTES);
    }

    /** The person may see the sensors of these stores, and enter others. */
    static void signInWhoSees(List<String> seen, List<String> entered) {
        List<StoreAccess> stores = new ArrayList<>();
        seen.forEach(id -> stores.add(new StoreAccess(id, Set.of(Permission.VIEW_SENSORS))));
        entered.forEach(id -> stores.add(new StoreAccess(id, Set.of())));
        signIn(new SignedInUser("u", "keeper", "Keeper", false, null, Set.of(), stores));
    }

    /** A sensor that stands in the fridge. */
    String sensor(String name) {
        String id = newId();
        keep("sensor", id, store, """
                {"ID":"%s","name":"%s","macAddress":"AA","locationID":"%s","storeID":"%s","logInterval":600,\
                "batteryLevel":87,"is_active":true}""".formatted(id, name, fridge, store));
        return id;
    }

    void phoneSends(Sent... rows) {
        PhoneCall call =
                switch (rows[0]) {
                    case Sent.Breach breach -> PhoneCall.BREACH;
                    case Sent.Sensor sensor -> PhoneCall.SENSOR;
                    default -> PhoneCall.READING;
                };
        batches.take(new Phone("phone", "phone", store), call, List.of(rows));
    }

    static Sent.Reading reading(String sensor, double temperature, int minutesAgo) {
        return new Sent.Reading(newId(), sensor, BigDecimal.valueOf(temperature), ago(minutesAgo), null, "{}");
    }

    /** A day of readings every ten minutes, the last of them some minutes ago. */
    void aDayOf(String sensor, double temperature, int lastMinutesAgo) {
        phoneSends(IntStream.range(0, 100)
                .mapToObj(each -> reading(sensor, temperature, lastMinutesAgo + each * INTERVAL / 60))
                .toArray(Sent[]::new));
    }

    static Sent.Breach breach(String sensor, BreachType type, Instant start, Instant end) {
        return new Sent.Breach(
                newId(), sensor, type, start, end, BigDecimal.valueOf(8), BigDecimal.valueOf(999), 1_800_000, "{}");
    }

    /** What open pages are told now. */
    void pagesAreTold() {
        feed.look();
        PageTurn.take();
    }

    /** Without the spaces at which no line breaks. */
    static String textOf(Component component) {
        return component.getElement().getTextRecursively().replaceAll("[\\u00a0\\u202f]", " ");
    }
}
