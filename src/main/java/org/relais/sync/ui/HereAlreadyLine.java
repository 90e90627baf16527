package org.relais.sync.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.relais.language.Phrases;
import org.relais.sync.HereAlready;
import org.relais.sync.SyncStatus;

/** Says how much of a first synchronisation is on the site already, while it rests or waits for the line. */
public class HereAlreadyLine extends Paragraph {

    private final HereAlready here;

    /** A hidden one. */
    public HereAlreadyLine(HereAlready here) {
        this.here = here;
        setId("here-already");
        setVisible(false);
    }

    /** Shows it, or hides it where there is nothing to say. */
    public void show(SyncStatus status, Phrases phrases) {
        here.of(status)
                .ifPresentOrElse(
                        share -> {
                            setText(text(share, phrases));
                            setVisible(true);
                        },
                        () -> setVisible(false));
    }

    private static String text(HereAlready.Share share, Phrases phrases) {
        if (share.ofAll() == share.records()) {
            return phrases.text("sync.here", share.records());
        }
        return phrases.text(share.more() ? "sync.here.of-at-least" : "sync.here.of", share.records(), share.ofAll());
    }
}
