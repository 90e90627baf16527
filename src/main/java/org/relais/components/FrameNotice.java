package org.relais.components;

import com.vaadin.flow.component.html.Div;

/**
 * What a room has to say above every page, as long as it has: it never stands in the way of the page. Any room may have one, and needs
 * to touch no other room for it: the frame shows all that are Spring beans of the scope <em>prototype</em>, in the order of their
 * {@link org.springframework.core.annotation.Order}, once the site is set up.
 */
public abstract class FrameNotice extends Div {

    /** One that is hidden until there is something to say; {@code id} marks it. */
    protected FrameNotice(String id) {
        setId(id);
        setVisible(false);
    }
}
