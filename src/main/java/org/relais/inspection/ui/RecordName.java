package org.relais.inspection.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.relais.catalogue.RecordKey;

/** A record's table, id and title. All are set as text: what the network sends is never markup. */
class RecordName extends Div {

    /** @param title what the person may see of it */
    RecordName(RecordKey key, Optional<String> title) {
        Span first = new Span(key.table());
        first.addClassName("record-table");
        Span second = new Span(key.id());
        second.addClassName("record-id");
        addClassName("record-name");
        add(first, second);
        title.ifPresent(text -> {
            Span third = new Span(text);
            third.addClassName("record-title");
            add(third);
        });
    }
}
