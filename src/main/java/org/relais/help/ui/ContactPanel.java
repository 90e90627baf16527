package org.relais.help.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.relais.components.CharacterCount;
import org.relais.components.FieldProblem;
import org.relais.components.HeldText;
import org.relais.help.ContactDraft;
import org.relais.help.ContactForms;
import org.relais.help.ContactKind;
import org.relais.help.ContactProblem;
import org.relais.language.Draft;
import org.relais.people.ui.CurrentStore;
import org.relais.site.Store;
import org.relais.vocabulary.Invalid;
import org.relais.vocabulary.Texts;

/** The form to write to those who look after the network, and what became of the message. */
class ContactPanel extends Div {

    private final ContactForms forms;
    private final CurrentStore currentStore;
    private final I18NProvider translations;

    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();
    private final RadioButtonGroup<ContactKind> kind = new RadioButtonGroup<>();
    private final EmailField address = new EmailField();
    private final TextArea text = new TextArea();
    private final CharacterCount count = new CharacterCount(text, ContactDraft.TEXT_LENGTH);
    private final Button send = new Button();
    private final Paragraph noStore = new Paragraph();
    private final Paragraph journey = new Paragraph();
    private final Draft draft = new Draft("contact");
    private String sentId;
    private boolean left;

    ContactPanel(ContactForms forms, CurrentStore currentStore, I18NProvider translations) {
        this.forms = forms;
        this.currentStore = currentStore;
        this.translations = translations;
        addClassNames("panel", "contact-panel");
        kind.setId("contact-kind");
        kind.setItems(ContactKind.values());
        kind.setRequiredIndicatorVisible(true);
        FieldProblem.goesWhenMended(kind);
        address.setId("contact-address");
        FieldProblem.goesWhenMended(address);
        address.setRequiredIndicatorVisible(true);
        address.getElement().setAttribute("autocomplete", "email");
        text.setId("contact-text");
        FieldProblem.goesWhenMended(text);
        text.setRequiredIndicatorVisible(true);
        text.setMaxLength(ContactDraft.TEXT_LENGTH);
        text.setMinRows(5);
        text.setMaxRows(16);
        // Not LAZY: a text whose delay still runs when Send is pressed arrives without its value (seen with several
        // lines).
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        send.setId("contact-send");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(click -> send());
        noStore.setId("contact-no-store");
        noStore.addClassName("soft");
        journey.setId("contact-journey");
        journey.addClassName("contact-journey");
        journey.getElement().setAttribute("role", "status");
        draft.above(text);
        Div fields = new Div(draft, kind, address, text, send, noStore, journey);
        fields.addClassName("form-fields");
        add(title, explanation, fields);
    }

    /** Says everything in the page's language. */
    void translate() {
        title.setText(say("help.contact.title"));
        explanation.setText(say("help.contact.explanation"));
        kind.setLabel(say("help.contact.kind"));
        kind.setItemLabelGenerator(
                choice -> say("help.contact.kind." + choice.name().toLowerCase(Locale.ROOT)));
        address.setLabel(say("help.contact.address"));
        address.setHelperText(say("help.contact.address.hint"));
        text.setLabel(say("help.contact.text"));
        send.setText(say("help.contact.send"));
        noStore.setText(say("help.contact.no-store"));
        boolean reachable = currentStore.find().isPresent();
        noStore.setVisible(!reachable);
        send.setEnabled(reachable);
        count.say(say("help.contact.count"));
        showJourney();
    }

    /** Looks whether the message has left meanwhile. */
    void look() {
        if (sentId != null && !left && !forms.isWaiting(sentId)) {
            left = true;
            showJourney();
        }
    }

    /** Begins a message to support with these words; whoever sends it may change them. */
    void tell(String words) {
        kind.setValue(ContactKind.SUPPORT);
        text.setValue(Texts.cut("\n\n" + words, ContactDraft.TEXT_LENGTH));
        text.focus();
    }

    private void send() {
        ContactDraft message = new ContactDraft(kind.getValue(), address.getValue(), text.getValue());
        Optional<Store> store = currentStore.find();
        try {
            if (store.isPresent()) {
                sentId = forms.send(store.get().id(), message);
                left = false;
                HeldText.show(text, "");
                kind.clear();
                draft.saved();
            }
        } catch (Invalid invalid) {
            show(invalid.problems(ContactProblem.class));
        }
        send.setEnabled(store.isPresent());
        showJourney();
    }

    private void show(Set<ContactProblem> problems) {
        for (ContactProblem problem : problems) {
            String message = say(problem.key(), ContactDraft.TEXT_LENGTH);
            switch (problem) {
                case KIND_MISSING -> {
                    kind.setErrorMessage(message);
                    kind.setInvalid(true);
                }
                case ADDRESS_MISSING, ADDRESS_INVALID -> {
                    address.setErrorMessage(message);
                    address.setInvalid(true);
                }
                case TEXT_MISSING, TEXT_TOO_LONG -> {
                    text.setErrorMessage(message);
                    text.setInvalid(true);
                }
            }
        }
    }

    private void showJourney() {
        journey.setVisible(sentId != null);
        if (sentId != null) {
            journey.setText(say(left ? "help.contact.left" : "help.contact.waits"));
            journey.getElement().setAttribute("data-state", left ? "left" : "waits");
        }
    }

    private String say(String key, Object... parameters) {
        return translations.getTranslation(key, getLocale(), parameters);
    }
}
