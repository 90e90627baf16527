package org.relais.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;

/**
 * What a room has to say at the entry of one of its pages in the drawer: whether the page is offered at all, and how many things wait
 * there. The frame puts all that are Spring beans of the scope <em>prototype</em> at their entries; a page without one is offered
 * always.
 */
public abstract class EntryMark extends Span {

    private final Class<? extends Component> page;
    private final Span number = new Span();
    private final Span words = new Span();
    private Consumer<Boolean> entry = offered -> {};

    /** A mark at the entry of that page, which is not offered before the room says so. */
    protected EntryMark(Class<? extends Component> page) {
        this.page = page;
        addClassName("entry-count");
        number.getElement().setAttribute("aria-hidden", "true");
        words.addClassName("sr-only");
        add(number, words);
        setVisible(false);
    }

    /** Whether its place is at the entry of that page. */
    public final boolean belongsTo(Class<?> view) {
        return page.equals(view);
    }

    /** Has the entry told whether its page is offered. */
    public final void tell(Consumer<Boolean> shown) {
        entry = shown;
        shown.accept(false);
    }

    /** Says whether the page is offered. */
    protected final void offer(boolean offered) {
        entry.accept(offered);
    }

    /**
     * Says how many things wait there; nothing is shown for none.
     *
     * @param figure the number as the language writes it
     * @param sentence the same in words, for those who hear it
     * @param tone {@code calm}, {@code warn} or {@code bad}
     */
    protected final void count(int count, String figure, String sentence, String tone) {
        number.setText(figure);
        words.setText(sentence);
        getElement().setAttribute("data-tone", tone);
        setVisible(count > 0);
    }
}
