package org.relais.inspection.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.relais.catalogue.RecordKey;

/** Leads to the story of a record. */
class TraceLink extends Anchor {

    /** To the story of this record. */
    TraceLink(RecordKey key, String text) {
        super(address(Map.of(TraceView.TABLE, key.table(), TraceView.ID, key.id())), text);
        getElement().setAttribute("router-link", true);
    }

    static String address(Map<String, String> parameters) {
        return TraceView.PATH + "?" + QueryParameters.simple(parameters).getQueryString();
    }
}
