package org.relais.sync.ui;

import java.util.ArrayList;
import java.util.List;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.record.SetAsideTotal;

/**
 * How pages that tell of runs say how many records are set aside.
 *
 * @param total how many
 */
public record SetAsideWords(SetAsideTotal total) {

    /** How many they are, and of which kinds. */
    public String all(Phrases phrases) {
        String count = phrases.text("sync.aside", total.all());
        return total.all() == 0 ? count : phrases.text("sync.aside.kinds", count, kinds(phrases));
    }

    /** How many need somebody, and how many wait for others; empty where there are none. */
    public String kinds(Phrases phrases) {
        List<String> kinds = new ArrayList<>();
        if (total.toReport() > 0) {
            kinds.add(phrases.text("sync.aside.report", total.toReport()));
        }
        if (total.waiting() > 0) {
            kinds.add(phrases.text("sync.aside.waiting", total.waiting()));
        }
        return String.join(", ", kinds);
    }

    /** What stands for them: a mark of alarm only where somebody has to do something. */
    Glyph glyph() {
        if (total.toReport() > 0) {
            return Glyph.ALERT;
        }
        return total.waiting() > 0 ? Glyph.WAITING : Glyph.CHECK;
    }
}
