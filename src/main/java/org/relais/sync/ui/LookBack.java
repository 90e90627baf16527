package org.relais.sync.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.sync.SyncStatus;

/** The way to the pages that look back at runs and into records, with how many records need a look. */
class LookBack extends Nav {

    private final Anchor history = link("history", Glyph.CLOCK.create());
    private final Span failedGlyph = Glyph.CHECK.create();
    private final Anchor failed = link("records/failed", failedGlyph);
    private final Anchor waiting = link("records/waiting", Glyph.WAITING.create());
    private final Span historyWord = new Span();
    private final Span failedWord = new Span();
    private final Span waitingWord = new Span();

    LookBack() {
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
        SetAsideWords aside = new SetAsideWords(status.setAside());
        failedWord.setText(aside.all(phrases));
        failed.getElement()
                .setAttribute("data-any", Boolean.toString(status.setAside().all() > 0));
        aside.glyph().show(failedGlyph);
    }
}
