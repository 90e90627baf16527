package org.relais.sync.ui;

import java.util.ArrayList;
import java.util.List;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.record.SetAsideCount;

/**
 * How many records are set aside at this moment.
 *
 * @param toReport those that need somebody
 * @param waiting those that get there by themselves when another record, or another version, arrives
 */
record SetAsideNow(long toReport, long waiting) {

    static SetAsideNow count(RecordStore store, Outbox outbox) {
        long broken = store.backlog().failed();
        long all = store.setAsideCounts().stream()
                .mapToLong(SetAsideCount::records)
                .sum();
        return new SetAsideNow(broken + outbox.failureCount(), Math.max(0, all - broken));
    }

    long all() {
        return toReport + waiting;
    }

    /** What stands for them: a mark of alarm only where somebody has to do something. */
    Glyph glyph() {
        if (toReport > 0) {
            return Glyph.ALERT;
        }
        return waiting > 0 ? Glyph.WAITING : Glyph.CHECK;
    }

    String words(Phrases phrases) {
        String count = phrases.text("sync.aside", all());
        List<String> kinds = new ArrayList<>();
        if (toReport > 0) {
            kinds.add(phrases.text("sync.aside.report", toReport));
        }
        if (waiting > 0) {
            kinds.add(phrases.text("sync.aside.waiting", waiting));
        }
        return kinds.isEmpty() ? count : phrases.text("sync.aside.kinds", count, String.join(", ", kinds));
    }
}
