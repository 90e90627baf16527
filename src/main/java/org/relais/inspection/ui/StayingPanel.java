package org.relais.inspection.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.relais.inspection.RecordTitles;
import org.relais.language.Phrases;
import org.relais.record.OutboxEntry;

/** What was changed here and stays here: no server gets it, so it does not wait. Folded away, as there is nothing to do about it. */
class StayingPanel extends NativeDetails {

    /** So many of them are named, the newest. */
    static final int MOST = 50;

    private final Paragraph explanation = new Paragraph();
    private final UnorderedList names = new UnorderedList();

    StayingPanel() {
        setId("waiting-nobody");
        addClassName("more");
        names.addClassName("staying");
        setContent(new Div(explanation, names));
    }

    /** @param newest some of them, at most {@link #MOST} */
    void show(long count, List<OutboxEntry> newest, RecordTitles titles, AsideList now) {
        Phrases phrases = now.phrases();
        setVisible(count > 0);
        setSummaryText(phrases.text("records.waiting.nobody", count));
        explanation.setText(phrases.text("records.waiting.nobody.hint"));
        names.removeAll();
        newest.forEach(entry -> names.add(new ListItem(now.named(entry.key(), titles.of(entry.key(), phrases)) + ", "
                + phrases.moment(entry.since(), now.now()))));
    }
}
