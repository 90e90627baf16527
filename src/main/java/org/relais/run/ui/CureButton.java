package org.relais.run.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import org.relais.language.Phrases;
import org.relais.run.Run;

/** Where a failure is told, the one button that leads to its cure; and, for administrators, the way to the doctor beside it. */
class CureButton extends Span {

    private static final String DOCTOR = "settings/doctor";

    private final boolean administrator;
    private final Runnable retry;
    private final Anchor link = new Anchor();
    private final NativeButton again = new NativeButton();
    private final Anchor doctor = new Anchor(DOCTOR);

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
        doctor.addClassName("cure-doctor");
        doctor.getElement().setAttribute("router-link", true);
        add(link, again, doctor);
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
        boolean examines = administrator && cure.leavesOpenWhy() && !run.error().stopped();
        doctor.setVisible(examines);
        doctor.setText(phrases.text("cure.doctor"));
        setVisible(address != null || startsOne || examines);
    }
}
