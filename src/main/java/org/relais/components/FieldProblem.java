package org.relais.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;

/**
 * What this server finds wrong with a field and says below it. It goes as soon as a person begins to mend the field: at once in the
 * browser ({@code frontend/assets/forms.js}), which tells this server so that the same mistake can be shown again.
 */
public final class FieldProblem {

    private static final String INVALID = "invalid";

    private FieldProblem() {}

    /** From now on only this server calls the field wrong, and only until a person changes it. */
    public static <F extends Component & HasValidation & HasValue<?, ?>> void goesWhenMended(F field) {
        field.setManualValidation(true);
        field.getElement().addPropertyChangeListener(INVALID, INVALID + "-changed", mended -> {});
        field.addValueChangeListener(change -> field.setInvalid(false));
    }
}
