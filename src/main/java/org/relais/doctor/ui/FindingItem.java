package org.relais.doctor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.relais.components.Glyph;
import org.relais.doctor.CheckName;
import org.relais.doctor.Finding;
import org.relais.doctor.FindingWords;

/** One check in the list: its sign, what it is about, how it is, what that means and what to do. */
class FindingItem extends ListItem {

    private final Span glyph = Glyph.WAITING.create();
    private final Span title = new Span();
    private final Span state = new Span();
    private final Paragraph meaning = new Paragraph();
    private final Paragraph advice = new Paragraph();
    private final Paragraph detail = new Paragraph();
    private Finding finding;

    FindingItem() {
        addClassName("doctor-finding");
        title.addClassName("doctor-title");
        state.addClassName("doctor-state");
        advice.addClassName("doctor-advice");
        detail.addClassNames("doctor-detail", "soft");
        Div head = new Div(title, state);
        head.addClassName("doctor-head");
        Div words = new Div(head, meaning, advice, detail);
        words.addClassName("doctor-words");
        add(glyph, words);
        getElement().setAttribute("data-state", "going");
    }

    /** The check is over. */
    void found(Finding result) {
        finding = result;
        getElement().setAttribute("data-state", result.state());
        sign(result).show(glyph);
    }

    private static Glyph sign(Finding result) {
        return switch (result) {
            case Finding.Well well -> Glyph.CHECK;
            case Finding.LookAtIt look -> Glyph.INFO;
            case Finding.Broken broken -> Glyph.ALERT;
            case Finding.Unknown unknown -> Glyph.SKIP;
        };
    }

    void show(CheckName check, FindingWords words) {
        getElement().setAttribute("data-check", check.key());
        title.setText(words.title(check));
        boolean over = finding != null;
        state.setText(over ? words.state(finding) : words.phrases().text("doctor.state.going"));
        say(meaning, over ? words.meaning(finding) : null);
        say(advice, over ? words.advice(finding).orElse(null) : null);
        say(detail, over ? words.detail(finding).orElse(null) : null);
    }

    private static void say(Paragraph part, String text) {
        part.setText(text == null ? "" : text);
        part.setVisible(text != null);
    }
}
