package org.relais.administration.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.record.RecordStore;
import org.relais.record.TableCount;
import org.relais.site.Store;
import org.relais.site.Stores;

/** The last stage: what the first synchronisation has brought, and the way to work. */
class DoneStage extends Div {

    private final Stores stores;
    private final RecordStore records;

    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Term storesTerm = new Term();
    private final Description storeNames = new Description();
    private final Term recordsTerm = new Term();
    private final Description recordCount = new Description();
    private final Anchor goOn = new Anchor(".");

    DoneStage(Stores stores, RecordStore records) {
        this.stores = stores;
        this.records = records;
        setId("setup-done");
        addClassName("setup-stage-panel");
        Span check = Glyph.CHECK.create();
        check.addClassName("setup-done-glyph");
        hint.addClassName("soft");
        storeNames.setId("setup-stores");
        recordCount.setId("setup-records");
        DescriptionList brought = new DescriptionList();
        brought.addClassName("setup-brought");
        brought.getElement()
                .appendChild(
                        new Div(recordsTerm, recordCount).getElement(), new Div(storesTerm, storeNames).getElement());
        goOn.setId("setup-go-on");
        goOn.addClassNames("link-button", "setup-go-on");
        goOn.getElement().setAttribute("router-link", true);
        add(check, title, hint, brought, goOn);
    }

    void show(boolean paused, Phrases phrases) {
        List<String> names = stores.active().stream().map(Store::name).toList();
        title.setText(phrases.text("setup.done.title"));
        hint.setText(phrases.text(paused ? "setup.done.paused" : "setup.done.hint"));
        recordsTerm.setText(phrases.text("setup.done.records"));
        recordCount.setText(phrases.number(
                records.counts().stream().mapToLong(TableCount::stored).sum()));
        storesTerm.setText(phrases.text("setup.done.stores", names.size()));
        storeNames.setText(String.join(", ", names));
        goOn.setText(phrases.text("setup.go-on"));
    }
}
