package org.relais.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import org.junit.jupiter.api.Test;

class FieldProblemTest {

    @Test
    void aProblemGoesWithTheNextValueOfAnyKindOfField() {
        RadioButtonGroup<String> group = new RadioButtonGroup<>();
        Select<String> select = new Select<>();
        group.setItems("one", "two");
        select.setItems("one", "two");

        goes(new TextField(), "typed");
        goes(new TextArea(), "typed");
        goes(group, "two");
        goes(select, "two");
    }

    @Test
    void theSameMistakeIsShownOnceMoreAfterTheBrowserTookItBack() throws Exception {
        TextField field = new TextField();
        FieldProblem.goesWhenMended(field);
        field.setInvalid(true);

        // As the browser tells it, also where what was typed is deleted again.
        field.getElement()
                .getNode()
                .getFeature(ElementPropertyMap.class)
                .deferredUpdateFromClient("invalid", false)
                .run();

        assertThat(field.isInvalid()).isFalse();
    }

    private static <F extends Component & HasValidation & HasValue<?, String>> void goes(F field, String value) {
        FieldProblem.goesWhenMended(field);
        field.setInvalid(true);

        field.setValue(value);

        assertThat(field.isInvalid()).as(field.getClass().getSimpleName()).isFalse();
    }
}
