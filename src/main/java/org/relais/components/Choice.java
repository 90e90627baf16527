package org.relais.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DomListenerRegistration;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A choice of one among a few, as the browser's own {@code <select>}: it opens as a tablet's user knows it, and costs no
 * download.
 *
 * @param <T> what is chosen
 */
@Tag("select")
public class Choice<T> extends Component implements HasAriaLabel, HasStyle {

    private static final String INDEX = "element.selectedIndex";

    private final Function<T, String> label;
    private final List<T> options = new ArrayList<>();

    /** A choice without options yet; {@code label} gives the words of one. */
    public Choice(Function<T, String> label) {
        this.label = label;
        addClassName("choice");
    }

    /** Offers these, with one of them selected; nothing is told to those who listen. */
    public void offer(List<T> offered, T selected) {
        options.clear();
        options.addAll(offered);
        getElement().removeAllChildren();
        for (T option : offered) {
            Element item = new Element("option").setText(label.apply(option));
            item.setAttribute("selected", option.equals(selected));
            getElement().appendChild(item);
        }
    }

    /** Tells the option that a person selects. */
    public void onChoice(Consumer<T> listener) {
        DomListenerRegistration change = getElement().addEventListener("change", event -> {
            int index = event.getEventData().path(INDEX).asInt(-1);
            if (index >= 0 && index < options.size()) {
                listener.accept(options.get(index));
            }
        });
        change.addEventData(INDEX);
    }
}
