package org.relais.components;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.shared.Registration;
import java.util.function.Consumer;

/**
 * A list that is read page by page: with columns where there is room, with a card for each row on narrow screens, and with a
 * sentence where there is nothing to list.
 *
 * @param <T> what a row shows
 */
public class CardGrid<T> extends Div {

    /** Below this width of the window, in CSS pixels, a row is a card. */
    private static final int NARROW = 760;

    /** Up to so many rows the list is as high as they are; beyond it scrolls. */
    private static final int FEW = 50;

    private final Grid<T> grid = new Grid<>();
    private final Paragraph empty = new Paragraph();
    private Consumer<Grid<T>> columns;
    private ValueProvider<T, Component> card;
    private String cardTitle;
    private Registration resizing;
    private boolean narrow;

    /** A list of what the provider gives; {@code id} marks the grid, {@code id-empty} the sentence. */
    public CardGrid(String id, CallbackDataProvider<T, Void> rows) {
        addClassNames("panel", "card-grid");
        grid.setId(id);
        grid.addThemeVariants(GridVariant.NO_BORDER, GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(rows);
        empty.setId(id + "-empty");
        empty.addClassName("card-grid-empty");
        add(grid, empty);
    }

    /**
     * Says in a language how rows look.
     *
     * @param wide adds the columns to the grid
     * @param title the heading of the one column of cards
     * @param narrowCard all about a row in one component
     */
    public void look(Consumer<Grid<T>> wide, String title, ValueProvider<T, Component> narrowCard) {
        columns = wide;
        cardTitle = title;
        card = narrowCard;
        draw();
    }

    /** Shows the list of so many rows, or the sentence when there are none. */
    public void size(long rows, String sentence) {
        grid.setVisible(rows > 0);
        grid.setAllRowsVisible(rows <= FEW);
        empty.setVisible(rows == 0);
        empty.setText(sentence);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ExtendedClientDetails browser = event.getUI().getPage().getExtendedClientDetails();
        narrow = browser != null && browser.getWindowInnerWidth() > 0 && browser.getWindowInnerWidth() < NARROW;
        resizing = event.getUI().getPage().addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
        draw();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        resizing.remove();
    }

    private void fit(int width) {
        boolean nowNarrow = width < NARROW;
        if (nowNarrow != narrow) {
            narrow = nowNarrow;
            draw();
        }
    }

    private void draw() {
        if (columns == null) {
            return;
        }
        grid.removeAllColumns();
        if (narrow) {
            grid.addComponentColumn(card).setHeader(cardTitle).setFlexGrow(1);
        } else {
            columns.accept(grid);
        }
    }
}
