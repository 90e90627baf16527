package org.relais.administration.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.components.FieldProblem;
import org.relais.components.HeldText;
import org.relais.language.Phrases;
import org.relais.site.SiteDraft;
import org.relais.site.SiteProblem;
import org.relais.site.SiteSettings;

/** The fields that connect a site with its network: the central server's address, the site's name and password there. */
class SiteFields extends Div {

    private final TextField url = new TextField();
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();

    SiteFields() {
        addClassName("form-fields");
        prepare(url, "central-url");
        url.getElement().setAttribute("inputmode", "url").setAttribute("autocapitalize", "none");
        url.setPlaceholder("https://central.example.org");
        prepare(name, "site-name");
        prepare(password, "site-password");
        // The browser must not offer to fill in or to keep the site's password as if it were the person's.
        password.getElement().setAttribute("autocomplete", "new-password");
        add(url, name, password);
    }

    private static void prepare(TextFieldBase<?, String> field, String id) {
        field.setId(id);
        FieldProblem.goesWhenMended(field);
        field.setRequiredIndicatorVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
    }

    /** Fills in what is known; a password that is known may stay empty. */
    void fill(SiteSettings known) {
        settle(known, draft());
    }

    /** Fills in what is kept of what was asked for, but not where something else was typed while the central servers were asked. */
    void settle(SiteSettings kept, SiteDraft asked) {
        settle(url, asked.url(), kept.url().toString());
        settle(name, asked.name(), kept.name());
        settle(password, asked.password(), "");
        password.setRequiredIndicatorVisible(false);
    }

    private static void settle(TextFieldBase<?, String> field, String asked, String kept) {
        if (field.getValue().equals(asked)) {
            HeldText.show(field, kept);
        }
    }

    /** Says everything in a language; {@code passwordKnown} tells that the password may stay empty. */
    void translate(Phrases phrases, boolean passwordKnown) {
        url.setLabel(phrases.text("site.url"));
        url.setHelperText(phrases.text("site.url.hint"));
        name.setLabel(phrases.text("site.name"));
        name.setHelperText(phrases.text("site.name.hint"));
        password.setLabel(phrases.text("site.password"));
        password.setHelperText(phrases.text(passwordKnown ? "site.password.kept" : "site.password.hint"));
    }

    /** Has something done whenever a person changes a field. */
    void onChange(Runnable listener) {
        Stream.of(url, name, password)
                .forEach(field -> field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        listener.run();
                    }
                }));
    }

    /** Leads to the field that a failure's cure names, as in an address; stays where it is when that names none. */
    void correct(String what) {
        switch (what) {
            case "password" -> password.focus();
            case "site-name" -> name.focus();
            case "central-url" -> url.focus();
            default -> {}
        }
    }

    /** Whether something else was typed than what is known, if anything is. */
    boolean changed(Optional<SiteSettings> known) {
        return !password.isEmpty()
                || !url.getValue()
                        .strip()
                        .equals(known.map(site -> site.url().toString()).orElse(""))
                || !name.getValue().strip().equals(known.map(SiteSettings::name).orElse(""));
    }

    SiteDraft draft() {
        return new SiteDraft(url.getValue(), name.getValue(), password.getValue());
    }

    /** Says at each field what is wrong there, and leads to the first. */
    void show(Set<SiteProblem> problems, Phrases phrases) {
        Map<SiteProblem, TextFieldBase<?, String>> fields = Map.of(
                SiteProblem.URL_MISSING, url,
                SiteProblem.URL_INVALID, url,
                SiteProblem.NAME_MISSING, name,
                SiteProblem.NAME_INVALID, name,
                SiteProblem.PASSWORD_MISSING, password,
                SiteProblem.PASSWORD_TOO_LONG, password);
        problems.stream().sorted().forEach(problem -> {
            HasValidation field = fields.get(problem);
            field.setErrorMessage(phrases.text(problem.key()));
            field.setInvalid(true);
        });
        problems.stream().sorted().findFirst().map(fields::get).ifPresent(TextFieldBase::focus);
    }
}
