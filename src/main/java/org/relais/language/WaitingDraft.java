package org.relais.language;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.function.Consumer;

/** Tells a page that the browser keeps a {@link Draft} of a form that is not open, so that it can be opened again. */
@Tag("relais-draft-waiting")
public class WaitingDraft extends Component {

    private static final String REST = "event.detail";

    /**
     * Looks once, when the page is shown.
     *
     * @param prefix the beginning of the drafts' names
     * @param open is told the rest of the name of one
     */
    public WaitingDraft(String prefix, Consumer<String> open) {
        getElement().setAttribute("prefix", prefix);
        getElement()
                .addEventListener(
                        "waiting",
                        event -> open.accept(event.getEventData().path(REST).asString("")))
                .addEventData(REST);
    }
}
