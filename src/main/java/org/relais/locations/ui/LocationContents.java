package org.relais.locations.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.relais.components.PageWindow;
import org.relais.locations.Location;
import org.springframework.beans.factory.ObjectProvider;

/** The window that tells what stands at a location at this moment, and how it is there: what all rooms have to say of it. */
class LocationContents extends PageWindow {

    /** On narrower screens as wide as there is room. */
    private static final String WIDTH = "44rem";

    LocationContents(Location location, ObjectProvider<LocationSection> sections, LocationWords words) {
        setId("location-contents");
        addClassName("location-contents");
        setHeaderTitle(
                location.description().isBlank()
                        ? words.text("locations.contents.one", location.code())
                        : location.code() + " · " + location.description());
        setWidth(WIDTH);
        Div parts = new Div();
        parts.addClassName("location-sections");
        sections.orderedStream().forEach(section -> {
            section.tellOf(location);
            parts.add(section);
        });
        add(parts);
        Button close = new Button(words.text("locations.contents.close"), click -> close());
        close.setId("location-contents-close");
        getFooter().add(close);
    }
}
