package org.relais.inspection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.relais.catalogue.RecordKey;

/** What a record is and what it is called. All is set as text: what the network sends is never markup. */
class RecordName extends Div {

    /**
     * @param title what the person may see of it
     * @param more what else stands with it
     */
    RecordName(RecordKey key, Optional<String> title, AsideList now, Component... more) {
        Span type = new Span(now.type(key.table()));
        type.addClassName(title.isPresent() ? "record-type" : "record-title");
        addClassName("record-name");
        add(type);
        title.ifPresent(text -> {
            Span name = new Span(text);
            name.addClassName("record-title");
            add(name);
        });
        add(more);
    }
}
