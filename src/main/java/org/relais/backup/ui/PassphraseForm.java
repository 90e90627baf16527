package org.relais.backup.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import org.relais.backup.BackupSecret;
import org.relais.components.Passing;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;

/** Whether backups are sealed with a passphrase, and another one from now on. The one that is set is never shown. */
class PassphraseForm extends Div {

    private final BackupSecret secret;
    private final CurrentUser person;
    private final H3 title = new H3();
    private final Paragraph state = new Paragraph();
    private final PasswordField field = new PasswordField();
    private final Button save = new Button();
    private final Button remove = new Button();
    private Phrases phrases;

    PassphraseForm(BackupSecret secret, CurrentUser person) {
        this.secret = secret;
        this.person = person;
        addClassName("form-fields");
        state.setId("backup-passphrase-state");
        field.setId("backup-passphrase");
        field.getElement().setAttribute("autocomplete", "new-password");
        save.setId("backup-passphrase-save");
        save.addClickListener(click -> choose(field.getValue()));
        remove.setId("backup-passphrase-remove");
        remove.addClickListener(click -> remove());
        add(title, state, field, save, remove);
    }

    void translate(Phrases language) {
        phrases = language;
        title.setText(phrases.text("backup.passphrase"));
        field.setLabel(phrases.text("backup.passphrase.new"));
        field.setHelperText(phrases.text("backup.passphrase.hint", BackupSecret.SHORTEST));
        save.setText(phrases.text("backup.passphrase.save"));
        remove.setText(phrases.text("backup.passphrase.remove"));
        show();
    }

    private void show() {
        boolean configured = secret.isConfigured();
        boolean set = secret.isSet();
        String key = configured ? "configured" : set ? "set" : "unset";
        state.setText(phrases.text("backup.passphrase.is." + key));
        state.getElement().setAttribute("data-set", set);
        field.setVisible(!configured);
        save.setVisible(!configured);
        remove.setVisible(set && !configured);
    }

    private void remove() {
        choose("");
    }

    private void choose(String passphrase) {
        person.require(Permission.ADMINISTER_SERVER);
        try {
            secret.choose(passphrase);
            field.clear();
            show();
            Passing.tell(phrases.text("settings.saved"));
        } catch (IllegalArgumentException tooShort) {
            field.setErrorMessage(phrases.text("backup.passphrase.problem", BackupSecret.SHORTEST));
            field.setInvalid(true);
            field.focus();
        }
    }
}
