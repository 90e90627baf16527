package org.relais.components;

import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;

/**
 * What holds, written into the field in which it was typed: after it was saved, in another language. On a slow line a person
 * has long typed on by then, and what they typed must not be overwritten by the answer to what they typed before.
 */
public final class HeldText {

    private static final String VALUE = "value";

    private HeldText() {}

    /** Shows a text in a field whose text in the browser is still the one that this server knows, and lets it be in any other. */
    public static void show(TextFieldBase<?, String> field, String text) {
        String known = field.getValue();
        if (!known.equals(text)) {
            // Known here at once, but not sent as every value is: the browser decides whether it is shown.
            field.getElement().getNode().getFeature(ElementPropertyMap.class).setProperty(VALUE, text, false);
            field.getElement().executeJs("if ((this.value ?? '') === $0) this.value = $1", known, text);
        }
    }
}
