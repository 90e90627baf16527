package org.relais.doctor.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import org.relais.administration.ui.SettingsSection;
import org.relais.doctor.Doctor;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.springframework.context.annotation.Scope;

/** The section of the settings where the doctor is asked. There is nothing to save. */
@SpringComponent
@Scope("prototype")
class DoctorPanel extends Div implements SettingsSection {

    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();
    private final Consultation consultation;

    DoctorPanel(Doctor doctor, CurrentUser person, Clock clock) {
        this.consultation = new Consultation(doctor, person, clock, () -> "");
        setId("settings-doctor");
        addClassNames("panel", "doctor-panel");
        explanation.addClassName("soft");
        add(title, explanation, consultation);
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public int order() {
        return 65;
    }

    @Override
    public String titleKey() {
        return "settings.doctor";
    }

    @Override
    public void translate(Phrases phrases) {
        title.setText(phrases.text(titleKey()));
        explanation.setText(phrases.text("settings.doctor.explanation"));
        consultation.translate(phrases);
    }
}
