package org.relais.doctor.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.function.Supplier;
import org.relais.administration.ui.SetUpAid;
import org.relais.doctor.Doctor;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.springframework.context.annotation.Scope;

/** The doctor on the set-up page: about the address that somebody is typing, or the one that is kept. */
@SpringComponent
@Scope("prototype")
class DoctorAid extends Section implements SetUpAid {

    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Consultation consultation;
    private Supplier<String> typed = () -> "";

    DoctorAid(Doctor doctor, CurrentUser person, Clock clock) {
        this.consultation = new Consultation(doctor, person, clock, () -> typed.get());
        setId("setup-doctor");
        addClassNames("panel", "doctor-panel");
        hint.addClassName("soft");
        add(title, hint, consultation);
    }

    @Override
    public void about(Supplier<String> address) {
        typed = address;
    }

    @Override
    public void translate(Phrases phrases) {
        title.setText(phrases.text("doctor.aid"));
        hint.setText(phrases.text("doctor.aid.hint"));
        consultation.translate(phrases);
    }
}
