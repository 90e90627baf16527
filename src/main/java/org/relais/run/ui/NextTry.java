package org.relais.run.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.relais.language.Phrases;
import org.relais.language.RelativeTime;

/** When this server tries again by itself, counted down by the browser. */
public class NextTry extends Paragraph {

    private final Span words = new Span();
    private final RelativeTime when = new RelativeTime();

    /** A hidden one. */
    public NextTry() {
        setId("next-try");
        addClassName("soft");
        add(words, when);
        setVisible(false);
    }

    /** Shows it; null hides it. */
    public void show(Instant next, Instant now, Phrases phrases) {
        setVisible(next != null);
        if (next != null) {
            words.setText(phrases.text("run.next-try") + " ");
            when.showToTheSecond(next, now, phrases);
        }
    }
}
