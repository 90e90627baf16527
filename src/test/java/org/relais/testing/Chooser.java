package org.relais.testing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Selects in a {@link org.relais.components.Choice} as a browser tells it. */
public final class Chooser {

    private Chooser() {}

    /** Selects the option with these words. */
    public static void choose(Component choice, String words) {
        int index = choice.getElement()
                .getChildren()
                .map(option -> option.getText())
                .toList()
                .indexOf(words);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("element.selectedIndex", index);
        choice.getElement()
                .getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(choice.getElement(), "change", data));
    }
}
