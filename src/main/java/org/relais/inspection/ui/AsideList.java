package org.relais.inspection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.language.ReasonWords;
import org.relais.language.RelativeTime;
import org.relais.record.Reason;
import org.relais.record.ReasonKind;

/** The pieces that lists of records with a reason have in common. All texts are set as text. */
record AsideList(Phrases phrases, Instant now, ReasonWords words) {

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

    Button details(String id, Runnable open) {
        Button button = new Button(phrases.text("records.details"), click -> open.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(phrases.text("records.details.one", id));
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
