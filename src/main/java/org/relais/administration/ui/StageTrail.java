package org.relais.administration.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.run.StepState;

/** The three stages of the set-up, with the present one marked. */
class StageTrail extends OrderedList {

    private final Map<SetUpStage, Item> items = new EnumMap<>(SetUpStage.class);

    StageTrail() {
        setId("setup-stages");
        addClassName("setup-stages");
        for (SetUpStage stage : SetUpStage.values()) {
            Item item = new Item(stage);
            items.put(stage, item);
            add(item);
        }
    }

    void show(SetUpStage present, Phrases phrases) {
        getElement().setAttribute("aria-label", phrases.text("setup.stages"));
        items.forEach((stage, item) -> item.show(state(stage, present), phrases));
    }

    /** The last stage is reached by having passed the others. */
    private static StepState state(SetUpStage stage, SetUpStage present) {
        if (stage.compareTo(present) < 0 || present == SetUpStage.DONE) {
            return StepState.DONE;
        }
        return stage == present ? StepState.ACTIVE : StepState.PENDING;
    }

    private static final class Item extends ListItem {

        private final SetUpStage stage;
        private final Span number = new Span();
        private final Span check = Glyph.CHECK.create();
        private final Span name = new Span();
        private final Span words = new Span();

        Item(SetUpStage stage) {
            this.stage = stage;
            addClassName("setup-stage");
            getElement().setAttribute("data-stage", stage.key());
            number.getElement().setAttribute("aria-hidden", "true");
            Span mark = new Span(number, check);
            mark.addClassName("setup-mark");
            words.addClassName("sr-only");
            add(mark, name, words);
        }

        void show(StepState state, Phrases phrases) {
            getElement().setAttribute("data-state", state.key());
            if (state == StepState.ACTIVE) {
                getElement().setAttribute("aria-current", "step");
            } else {
                getElement().removeAttribute("aria-current");
            }
            number.setText(phrases.number(stage.ordinal() + 1L));
            number.setVisible(state != StepState.DONE);
            check.setVisible(state == StepState.DONE);
            name.setText(phrases.text("setup.stage." + stage.key()));
            words.setText(", " + phrases.text("step.state." + state.key()));
        }
    }
}
