package org.relais.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.relais.components.FieldProblem;
import org.relais.components.HeldText;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.settings.Settings;
import org.relais.site.PublicAddress;
import org.relais.site.PublicAddressProblem;
import org.relais.site.ServerAddress;
import org.relais.sync.ui.Browser;
import org.relais.vocabulary.Invalid;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The address under which phones reach this server. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ServerPanel extends SettingsPanel {

    private final PublicAddress address;
    private final List<URI> foundOut;
    private final TextField url = new TextField();
    private final FieldHelp help;
    private final Paragraph found = new Paragraph();
    private final Button save = saveButton(this::save, url);
    private final SaveBar bar = new SaveBar("server", save);
    private final SavedLine saved = new SavedLine("server-saved");

    ServerPanel(
            PublicAddress address,
            ServerAddress addresses,
            Settings settings,
            PhraseBook phraseBook,
            CurrentUser person) {
        super("server", 40, phraseBook, person);
        this.address = address;
        this.foundOut = addresses.foundOut(Browser.origin());
        this.help = new FieldHelp(settings, PublicAddress.NAME);
        url.setId("public-url");
        FieldProblem.goesWhenMended(url);
        url.setClearButtonVisible(true);
        url.getElement()
                .setAttribute("inputmode", "url")
                .setAttribute("autocapitalize", "none")
                .setAttribute("autocomplete", "off");
        url.setHelperComponent(help);
        watch(bar, saved, url);
        found.setId("public-url-found");
        found.addClassName("found-address");
        addFields(url, found, saved, bar);
    }

    @Override
    public void fill(Phrases phrases) {
        HeldText.show(url, kept());
    }

    @Override
    public boolean changed() {
        return !url.getValue().strip().equals(kept());
    }

    @Override
    public void translate(Phrases phrases) {
        super.translate(phrases);
        url.setInvalid(false);
        url.setLabel(phrases.text("settings.public-url"));
        help.show(phrases.text("settings.public-url.hint"), phrases);
        found.setText(
                foundOut.isEmpty()
                        ? phrases.text("settings.public-url.none")
                        : phrases.text(
                                "settings.public-url.found",
                                foundOut.stream().map(URI::toString).collect(Collectors.joining(", "))));
        save.setText(phrases.text("settings.save"));
        bar.translate(phrases);
        saved.translate(phrases);
    }

    private String kept() {
        return address.find().map(URI::toString).orElse("");
    }

    private void save() {
        Phrases phrases = phrases();
        saved.forget();
        try {
            address.choose(url.getValue());
            fill(phrases);
            kept(bar, saved, "settings.saved");
        } catch (Invalid invalid) {
            url.setErrorMessage(phrases.text(invalid.problems(PublicAddressProblem.class)
                    .iterator()
                    .next()
                    .key()));
            url.setInvalid(true);
            url.focus();
        }
    }
}
