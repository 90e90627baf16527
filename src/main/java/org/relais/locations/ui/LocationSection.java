package org.relais.locations.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.text.NumberFormat;
import java.util.List;
import java.util.Objects;
import org.relais.locations.Location;

/**
 * A part of what is told of one location. Any room may have one, and this room needs to know none of them: the window of a location
 * shows all that are Spring beans of the scope <em>prototype</em>, in the order of their
 * {@link org.springframework.core.annotation.Order}; those who have nothing to say hide themselves.
 */
@StyleSheet("assets/standing.css")
public abstract class LocationSection extends Section implements LocaleChangeObserver {

    /** A cold room holds hundreds of lines; a person who opens it wants to see first what there is besides. */
    private static final int FEW = 20;

    private final NativeButton all = new NativeButton();
    private Location location;
    private boolean whole;

    /** A part without words yet; {@code id} marks it. */
    protected LocationSection(String id) {
        setId(id);
        addClassName("location-section");
        all.setId(id + "-all");
        all.addClassName("quiet-button");
        all.getElement().setAttribute("type", "button");
        all.setVisible(false);
        all.addClickListener(click -> {
            whole = true;
            renew();
        });
    }

    /** Says everything of a location in the page's language; called when it is opened, and with each {@link #renew}. */
    protected abstract void show(Location location);

    /** The button that shows the rest of a long list; the section says where it stands. */
    protected final NativeButton all() {
        return all;
    }

    /** The first of many; all of them once the person asked for them with the button {@link #all}. */
    protected final <T> List<T> few(List<T> many) {
        boolean more = !whole && many.size() > FEW;
        all.setVisible(more);
        all.setText(
                more
                        ? getTranslation(
                                "locations.contents.all",
                                NumberFormat.getInstance(getLocale()).format(many.size()))
                        : "");
        return more ? many.subList(0, FEW) : many;
    }

    /** Says everything anew, for something changed. */
    protected final void renew() {
        if (location != null && isAttached()) {
            show(location);
        }
    }

    /** Is to tell of that location from now on. */
    void tellOf(Location opened) {
        location = Objects.requireNonNull(opened);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        renew();
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        renew();
    }
}
