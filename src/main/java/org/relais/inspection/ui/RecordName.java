package org.relais.inspection.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.relais.catalogue.RecordKey;

/** A record's table and id. Both are set as text: what the network sends is never markup. */
class RecordName extends Div {

    private static final long serialVersionUID = 1L;

    RecordName(RecordKey key) {
        Span first = new Span(key.table());
        first.addClassName("record-table");
        Span second = new Span(key.id());
        second.addClassName("record-id");
        addClassName("record-name");
        add(first, second);
    }
}
