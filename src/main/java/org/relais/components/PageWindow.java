package org.relais.components;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.shared.Registration;

/**
 * A window that is about something on its page and goes with it: whoever follows a link in it, or goes back, does not find it on top of
 * the next page.
 */
public abstract class PageWindow extends Dialog {

    private Registration leaving;

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        leaving = event.getUI().addBeforeLeaveListener(left -> close());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leaving.remove();
        super.onDetach(event);
    }
}
