package org.relais.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/** The people of a site and their phones: a few shelves and messages that they change again and again, and sensors. */
final class People {

    static final int SHELVES = 30;
    private static final int MESSAGES = 20;
    private static final int SENSORS = 3;
    private static final int MOST_CHANGES = 25;
    private static final int MOST_READINGS = 40;
    private static final int READINGS = 500;

    private final Base base;
    private final Model model;
    private int versions;

    People(Base base, Model model) {
        this.base = base;
        this.model = model;
    }

    static RecordKey shelf(int number) {
        return new RecordKey("Location", "soak-shelf-%02d".formatted(number));
    }

    static WireRecord shelf(int number, String store, String code) {
        RecordKey key = shelf(number);
        return new WireRecord(key, Action.UPSERT, """
                {"ID":"%s","code":"%s","Description":"Étagère","type_ID":"","store_ID":"%s","hold":%s,"Volume":%d}\
                """.formatted(key.id(), code, store, number % 2 == 0, number));
    }

    /** Works for a moment. Nothing is done before the site has its store, as nobody could. */
    void work(Door door, long dice) {
        if (isNotYet(door)) {
            return;
        }
        SplittableRandom random = new SplittableRandom(dice);
        Map<RecordKey, WireRecord> changes = new LinkedHashMap<>();
        for (int count = random.nextInt(1, MOST_CHANGES + 1); count > 0; count--) {
            WireRecord change = change(random);
            changes.put(change.key(), change);
        }
        List<WireRecord> made = door.change(new ArrayList<>(changes.values()));
        made.forEach(change -> model.changedHere(
                change.key(), change.action() == Action.DELETE ? Optional.empty() : Optional.of(change.data())));
    }

    /** A phone sends. */
    void send(Door door, long dice) {
        if (isNotYet(door)) {
            return;
        }
        SplittableRandom random = new SplittableRandom(dice);
        int from = random.nextInt(READINGS);
        PhoneDay day = new PhoneDay(
                base.store(),
                random.nextInt(SENSORS),
                from,
                from + random.nextInt(1, MOST_READINGS + 1),
                random.nextInt(3) == 0);
        for (RecordKey key : door.take(day)) {
            model.changedHere(key, door.text(key));
        }
    }

    private boolean isNotYet(Door door) {
        return door.text(new RecordKey("store", base.store())).isEmpty();
    }

    private WireRecord change(SplittableRandom random) {
        versions++;
        if (random.nextInt(3) == 0) {
            return message(random.nextInt(MESSAGES));
        }
        int number = random.nextInt(SHELVES);
        boolean there = model.lastHere(shelf(number)).isPresent();
        return there && random.nextInt(4) == 0
                ? new WireRecord(shelf(number), Action.DELETE, "{}")
                : shelf(number, base.store(), "É" + number + "-" + versions);
    }

    private WireRecord message(int number) {
        String id = "00000000-0000-4000-8000-%012d".formatted(number);
        return new WireRecord(new RecordKey("contact_form", id), Action.UPSERT, """
                {"id":"%s","reply_email":"a@example.org","body":"Día %d, ñandú","created_datetime":"2026-11-22T08:00:00",\
                "user_id":"%s","username":"pharma","store_id":"%s","contact_type":"FEEDBACK"}\
                """.formatted(
                        id, versions, base.user(), base.store()));
    }
}
