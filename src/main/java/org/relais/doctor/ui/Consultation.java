package org.relais.doctor.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.relais.components.CopyButton;
import org.relais.doctor.CheckName;
import org.relais.doctor.Doctor;
import org.relais.doctor.DoctorReport;
import org.relais.doctor.Finding;
import org.relais.doctor.FindingWords;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.sync.ui.Browser;

/** The button that has the doctor examine everything, and what was found: each finding when it is there, at last all as one text. */
@StyleSheet("assets/doctor.css")
class Consultation extends Div {

    private final Doctor doctor;
    private final CurrentUser person;
    private final Clock clock;
    private final Supplier<String> typed;
    private final Button start = new Button();
    private final CopyButton copy = new CopyButton();
    private final Paragraph summary = new Paragraph();
    private final UnorderedList list = new UnorderedList();
    private final Map<CheckName, FindingItem> items = new EnumMap<>(CheckName.class);
    private List<Finding> findings = List.of();
    private Instant moment;
    private Phrases phrases;
    private boolean going;

    /** @param typed the central server's address as it is being typed; blank for the one that is kept */
    Consultation(Doctor doctor, CurrentUser person, Clock clock, Supplier<String> typed) {
        this.doctor = doctor;
        this.person = person;
        this.clock = clock;
        this.typed = typed;
        addClassName("doctor");
        start.setId("doctor-start");
        start.addClickListener(click -> begin());
        copy.setId("doctor-copy");
        copy.setVisible(false);
        Div actions = new Div(start, copy);
        actions.addClassName("actions");
        summary.setId("doctor-summary");
        summary.addClassName("doctor-summary");
        summary.getElement().setAttribute("role", "status");
        list.setId("doctor-findings");
        list.addClassName("doctor-findings");
        list.setVisible(false);
        add(actions, summary, list);
    }

    /** Says everything in a language. */
    void translate(Phrases language) {
        phrases = language;
        start.setText(phrases.text(going ? "doctor.going" : "doctor.start"));
        if (going || !findings.isEmpty()) {
            items.forEach((check, item) -> item.show(check, words()));
            sayTheEnd();
        }
    }

    private FindingWords words() {
        return new FindingWords(phrases, moment);
    }

    private void begin() {
        person.require(Permission.ADMINISTER_SERVER);
        going = true;
        findings = List.of();
        moment = clock.instant();
        list.removeAll();
        items.clear();
        for (CheckName check : CheckName.values()) {
            FindingItem item = new FindingItem();
            items.put(check, item);
            list.add(item);
        }
        list.setVisible(true);
        start.setEnabled(false);
        translate(phrases);
        ask(UI.getCurrent(), typed.get(), Browser.origin());
    }

    private void ask(UI page, String address, URI origin) {
        SerializableConsumer<Finding> one = page.accessLater(this::show, () -> {});
        SerializableConsumer<List<Finding>> all = page.accessLater(this::end, () -> {});
        Thread.ofVirtual().name("doctor").start(() -> all.accept(doctor.examine(address, origin, one::accept)));
    }

    private void show(Finding finding) {
        FindingItem item = items.get(finding.check());
        item.found(finding);
        item.show(finding.check(), words());
    }

    private void end(List<Finding> found) {
        going = false;
        findings = found;
        start.setEnabled(true);
        start.setText(phrases.text("doctor.start"));
        sayTheEnd();
    }

    private void sayTheEnd() {
        boolean over = !going;
        copy.setVisible(over);
        DoctorReport report = new DoctorReport(findings, words());
        summary.setText(over ? report.summary() : phrases.text("doctor.going"));
        if (over) {
            copy.show(report.text(), phrases.text("doctor.copy"), phrases.text("doctor.copied"));
        }
    }
}
