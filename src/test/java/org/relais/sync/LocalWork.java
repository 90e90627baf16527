package org.relais.sync;

import java.util.ArrayList;
import java.util.List;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/**
 * A day's work at a site, told by its number: locations for the mSupply central server, messages for the Open mSupply one.
 * The same records change every day, so that it shows which version arrived; every ninth location is deleted on some days.
 *
 * @param day from 0
 * @param records how many, half of them for each server
 * @param store the site's store
 * @param user who writes the messages
 */
record LocalWork(int day, int records, String store, String user) {

    private static final int DELETED = 9;

    /** The changes of that day, each record once. */
    List<WireRecord> changes() {
        List<WireRecord> changes = new ArrayList<>();
        for (int number = 0; number < records / 2; number++) {
            changes.add(location(number));
            changes.add(message(number));
        }
        return changes;
    }

    private WireRecord location(int number) {
        String id = "shelf-%05d".formatted(number);
        if (day > 0 && number % DELETED == day % DELETED) {
            return new WireRecord(new RecordKey("Location", id), Action.DELETE, "{}");
        }
        return RunTest.location(id, store, "É" + number + "-" + day);
    }

    private WireRecord message(int number) {
        String id = "00000000-0000-4000-8000-%012d".formatted(number);
        return new WireRecord(
                new RecordKey("contact_form", id), Action.UPSERT, """
                {"id":"%s","reply_email":"a@example.org","body":"Día %d, ñandú %d","created_datetime":"2026-11-22T08:00:00",\
                "user_id":"%s","username":"pharma","store_id":"%s","contact_type":"FEEDBACK"}\
                """.formatted(id, day, number, user, store));
    }
}
