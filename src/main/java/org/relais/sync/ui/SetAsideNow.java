package org.relais.sync.ui;

import java.util.ArrayList;
import java.util.List;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.record.SetAsideTotal;

/** How the page speaks of the records that are set aside at this moment. */
record SetAsideNow(SetAsideTotal total) {

    boolean any() {
        return total.all() > 0;
    }

    /** What stands for them: a mark of alarm only where somebody has to do something. */
    Glyph glyph() {
        if (total.toReport() > 0) {
            return Glyph.ALERT;
        }
        return total.waiting() > 0 ? Glyph.WAITING : Glyph.CHECK;
    }

    String words(Phrases phrases) {
        String count = phrases.text("sync.aside", total.all());
        List<String> kinds = new ArrayList<>();
        if (total.toReport() > 0) {
            kinds.add(phrases.text("sync.aside.report", total.toReport()));
        }
        if (total.waiting() > 0) {
            kinds.add(phrases.text("sync.aside.waiting", total.waiting()));
        }
        return kinds.isEmpty() ? count : phrases.text("sync.aside.kinds", count, String.join(", ", kinds));
    }
}
