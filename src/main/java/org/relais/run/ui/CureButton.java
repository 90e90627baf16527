package org.relais.run.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.relais.language.Phrases;
import org.relais.run.Run;

/** Where a failure is told, the one button that leads to its cure. */
class CureButton extends Span {

    private final boolean administrator;
    private final Runnable retry;
    private final Anchor link = new Anchor();
    private final NativeButton again = new NativeButton();

    /**
     * One that shows nothing yet.
     *
     * @param administrator whether the person may change the settings
     * @param retry starts another run; null where the page starts none
     */
    CureButton(boolean administrator, Runnable retry) {
        this.administrator = administrator;
        this.retry = retry;
        addClassName("failure-cure");
        link.addClassNames("link-button", "cure-button");
        link.getElement().setAttribute("router-link", true);
        again.addClassNames("quiet-button", "cure-button");
        again.getElement().setAttribute("type", "button");
        again.addClickListener(click -> retry.run());
        add(link, again);
    }

    /** Offers what cures the failure that stands for the run. */
    void show(Run run, Phrases phrases) {
        Cure cure = Cure.of(run.error().code(), administrator);
        String address = cure.address(run.id());
        boolean startsOne = address == null && retry != null && run.finishedAt() != null;
        getElement().setAttribute("data-cure", cure.key());
        link.setVisible(address != null);
        again.setVisible(startsOne);
        again.setEnabled(startsOne);
        again.setText(phrases.text("cure." + cure.key()));
        if (address != null) {
            link.setHref(address);
            link.setText(phrases.text("cure." + cure.key()));
        }
        setVisible(address != null || startsOne);
    }
}
