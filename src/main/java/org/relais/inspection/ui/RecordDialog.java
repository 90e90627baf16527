package org.relais.inspection.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import org.relais.catalogue.RecordKey;
import org.relais.components.PageWindow;
import org.relais.inspection.ReadableJson;
import org.relais.language.Phrases;

/** The window with all there is to know about one record. */
class RecordDialog extends PageWindow {

    /** On narrower screens as wide as there is room. */
    private static final String WIDTH = "44rem";

    private final Phrases phrases;
    private final DescriptionList facts = new DescriptionList();
    private final Div body;

    RecordDialog(RecordKey key, AsideList now) {
        phrases = now.phrases();
        setId("record-dialog");
        setHeaderTitle(now.type(key.table()));
        setWidth(WIDTH);
        facts.addClassName("record-facts");
        body = new Div(facts);
        body.addClassName("record-body");
        add(body);
        fact("records.column.table", key.table());
        fact("records.column.id", key.id());
        Button close = new Button(phrases.text("records.dialog.close"), click -> close());
        close.setId("record-close");
        getFooter().add(close);
    }

    /** One line: a term by its key in the translations, and a text. */
    void fact(String key, String text) {
        facts.add(new Term(phrases.text(key)), new Description(text));
    }

    /** A way to the record's whole story. */
    void trace(RecordKey key) {
        TraceLink link = new TraceLink(key, phrases.text("trace.open"));
        link.setId("record-trace");
        link.addClassName("link-button");
        body.add(link);
    }

    void sentence(String id, String text) {
        Paragraph sentence = new Paragraph(text);
        sentence.setId(id);
        body.add(sentence);
    }

    void action(Button button) {
        getFooter().add(button);
    }

    /** The record itself, under a title by its key in the translations. */
    void record(String key, String json) {
        ReadableJson readable = ReadableJson.of(json);
        H3 title = new H3(phrases.text(key));
        Pre text = new Pre(readable.text());
        text.setId("record-json");
        text.addClassName("record-json");
        text.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", title.getText());
        body.add(title, text);
        if (readable.cut()) {
            sentence("record-json-cut", phrases.text("records.dialog.json.cut"));
        }
    }
}
