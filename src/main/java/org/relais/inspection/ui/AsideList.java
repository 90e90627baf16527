package org.relais.inspection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.Optional;
import org.relais.catalogue.RecordKey;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.language.ReasonWords;
import org.relais.language.RecordWords;
import org.relais.language.RelativeTime;
import org.relais.record.Reason;
import org.relais.record.ReasonKind;

/** The pieces that lists of records with a reason have in common. All texts are set as text. */
record AsideList(Phrases phrases, Instant now, ReasonWords words, RecordWords records) {

    /** What one record of a table is. */
    String type(String table) {
        return records.type(table, phrases.locale());
    }

    /**
     * A record in one line.
     *
     * @param title what the person may see of it
     */
    String named(RecordKey key, Optional<String> title) {
        return records.named(key.table(), title, phrases.locale());
    }

    Span change(ChangeKind kind) {
        Span change = new Span(kind.glyph().create(), new Span(phrases.text(kind.key())));
        change.addClassName("record-change");
        return change;
    }

    Div why(Reason reason, boolean retriesItself) {
        Span text = new Span(words.text(reason, phrases.locale()));
        boolean calm = retriesItself || reason.kind() == ReasonKind.UNKNOWN_TYPE;
        Span mark = new Span(
                (retriesItself ? Glyph.SYNC : calm ? Glyph.PAUSE : Glyph.ALERT).create(),
                new Span(phrases.text(retriesItself ? "records.retries" : calm ? "records.kept" : "records.stuck")));
        mark.addClassName("mark");
        mark.getElement().setAttribute("data-mark", calm ? "waiting" : "hold");
        Div why = new Div(text, mark);
        why.addClassName("record-why");
        return why;
    }

    Div since(Instant moment) {
        Span absolute = new Span(phrases.moment(moment, now));
        RelativeTime relative = new RelativeTime();
        relative.addClassName("soft");
        relative.show(moment, now, phrases);
        Div both = new Div(absolute, relative);
        both.addClassName("row-start");
        return both;
    }

    Button details(RecordKey key, Optional<String> title, Runnable open) {
        Button button = new Button(phrases.text("records.details"), click -> open.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(phrases.text("records.details.one", named(key, title)));
        return button;
    }

    static Div card(Component... parts) {
        Div card = new Div(parts);
        card.addClassName("row-card");
        return card;
    }

    static <T> void end(Grid.Column<T> column) {
        column.setAutoWidth(true).setFlexGrow(0);
    }
}
