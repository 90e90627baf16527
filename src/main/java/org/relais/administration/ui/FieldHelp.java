package org.relais.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.relais.components.Glyph;
import org.relais.language.Phrases;
import org.relais.settings.Settings;

/** What stands below a field: a hint, and whether the configuration takes the field's value back at the next start. */
public class FieldHelp extends Div {

    private final Settings settings;
    private final String setting;
    private final Span hint = new Span();
    private final Span words = new Span();
    private final Span note = new Span(Glyph.INFO.create(), words);

    /** For the field of a setting, by the setting's name in the configuration. */
    public FieldHelp(Settings settings, String setting) {
        this.settings = settings;
        this.setting = setting;
        addClassName("field-help");
        note.addClassName("configured-note");
        add(hint, note);
    }

    /** Shows a hint, empty for none, and the note where it is due. */
    public void show(String text, Phrases phrases) {
        hint.setText(text);
        hint.setVisible(!text.isEmpty());
        Optional<String> configured = settings.configured(setting);
        note.setVisible(configured.isPresent());
        configured.ifPresent(value -> words.setText(phrases.text("settings.configured", setting, value)));
    }
}
