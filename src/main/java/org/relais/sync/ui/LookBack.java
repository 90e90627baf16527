package org.relais.sync.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Objects;
import java.util.function.Supplier;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.run.Run;
import org.relais.sync.SyncStatus;

/** The way to the pages that look back at runs and into records, with how many records need a look. */
class LookBack extends Nav {

    private final Supplier<SetAsideNow> question;
    private final Anchor history = link("history", Glyph.CLOCK.create());
    private final Span failedGlyph = Glyph.CHECK.create();
    private final Anchor failed = link("records/failed", failedGlyph);
    private final Anchor waiting = link("records/waiting", Glyph.WAITING.create());
    private final Span historyWord = new Span();
    private final Span failedWord = new Span();
    private final Span waitingWord = new Span();
    private Counted counted;

    /** What is known of how many are set aside, and after which run. */
    private record Counted(Long run, SetAsideNow aside) {}

    /** @param question how many records are set aside */
    LookBack(Supplier<SetAsideNow> question) {
        this.question = question;
        setId("look-back");
        addClassName("look-back");
        history.add(historyWord);
        failed.setId("look-back-failed");
        failed.add(failedWord);
        waiting.add(waitingWord);
        add(new UnorderedList(new ListItem(history), new ListItem(failed), new ListItem(waiting)));
    }

    private static Anchor link(String path, Span glyph) {
        Anchor link = new Anchor(path);
        link.addClassName("link-button");
        link.getElement().setAttribute("router-link", true);
        link.add(glyph);
        return link;
    }

    void show(SyncStatus status, Phrases phrases) {
        getElement().setAttribute("aria-label", phrases.text("sync.look-back"));
        historyWord.setText(phrases.text("sync.look-back.history"));
        waitingWord.setText(phrases.text("sync.look-back.waiting"));
        SetAsideNow aside = count(status.last());
        failedWord.setText(aside.words(phrases));
        failed.getElement().setAttribute("data-any", Boolean.toString(aside.all() > 0));
        aside.glyph().show(failedGlyph);
    }

    /** Counted anew when a run has ended; the status comes many times a second while one goes on. */
    private SetAsideNow count(Run last) {
        Long run = last == null ? null : Long.valueOf(last.id());
        if (counted == null || !Objects.equals(counted.run(), run)) {
            counted = new Counted(run, question.get());
        }
        return counted.aside();
    }
}
