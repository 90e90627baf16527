package org.relais.sync.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Objects;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.record.Outbox;
import org.relais.record.RecordStore;
import org.relais.run.Run;
import org.relais.sync.SyncStatus;

/** The way to the pages that look back at runs and into records, with how many records need a look. */
class LookBack extends Nav {

    private final RecordStore store;
    private final Outbox outbox;
    private final Anchor history = link("history", Glyph.CLOCK);
    private final Anchor failed = link("records/failed", Glyph.ALERT);
    private final Anchor waiting = link("records/waiting", Glyph.WAITING);
    private final Span historyWord = new Span();
    private final Span failedWord = new Span();
    private final Span waitingWord = new Span();
    private Counted counted;

    /** What is known of how many failed, and after which run. */
    private record Counted(Long run, long failed) {}

    LookBack(RecordStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
        setId("look-back");
        addClassName("look-back");
        history.add(historyWord);
        failed.setId("look-back-failed");
        failed.add(failedWord);
        waiting.add(waitingWord);
        add(new UnorderedList(new ListItem(history), new ListItem(failed), new ListItem(waiting)));
    }

    private static Anchor link(String path, Glyph glyph) {
        Anchor link = new Anchor(path);
        link.addClassName("link-button");
        link.getElement().setAttribute("router-link", true);
        link.add(glyph.create());
        return link;
    }

    void show(SyncStatus status, Phrases phrases) {
        getElement().setAttribute("aria-label", phrases.text("sync.look-back"));
        historyWord.setText(phrases.text("sync.look-back.history"));
        waitingWord.setText(phrases.text("sync.look-back.waiting"));
        long failures = count(status.last());
        failedWord.setText(phrases.text("sync.look-back.failed", failures));
        failed.getElement().setAttribute("data-any", failures > 0);
    }

    /**
     * Those that need somebody, as programs are told as well; those that get there by themselves are none. Counted anew when a
     * run has ended; the status comes many times a second while one goes on.
     */
    private long count(Run last) {
        Long run = last == null ? null : Long.valueOf(last.id());
        if (counted == null || !Objects.equals(counted.run(), run)) {
            counted = new Counted(run, store.backlog().failed() + outbox.failureCount());
        }
        return counted.failed();
    }
}
