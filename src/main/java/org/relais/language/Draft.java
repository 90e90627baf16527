package org.relais.language;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps what is typed into the form that it stands in, in the browser's tab and for the person who typed it, until it is saved:
 * {@code form.add(new Draft("name"))}, and {@link #saved()} when it is. A page that is loaded again, after a restart or a new
 * sign-in, gets it back and says so here. Passwords are not kept, nor what has no id.
 */
@Tag("relais-draft")
public class Draft extends HtmlContainer implements LocaleChangeObserver {

    private final String name;
    private final Span found = new Span();
    private final Span joined = new Span();
    private final NativeButton discard = new NativeButton();

    /** A draft of the form with this name, which no other has: with the id of what is changed, where there is one. */
    public Draft(String name) {
        this.name = name;
        getElement().setAttribute("name", name).setAttribute("role", "status").setAttribute("hidden", true);
        discard.addClassName("quiet-button");
        discard.getElement().setAttribute("type", "button").setAttribute("data-draft-discard", true);
        found.getElement().setAttribute("data-draft-found", true);
        joined.getElement().setAttribute("data-draft-joined", true).setAttribute("hidden", true);
        add(found, joined, discard);
    }

    /** Where the page itself has begun the text of this field, what a person had typed before stands above that, and says so. */
    public Draft above(Component field) {
        getElement().setAttribute("above", field.getId().orElseThrow());
        return this;
    }

    /**
     * Forgets it: what was typed is kept, or the person does not want it. To be called by a page, once its fields show what holds
     * now: what a person typed on meanwhile begins the next draft.
     */
    public void saved() {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        getParent().ifPresent(form -> addTexts(form, known));
        // In line behind what writes into the fields what holds now.
        UI.getCurrent().getElement().executeJs("window.relaisDraftSaved($0, $1)", name, known);
    }

    private static void addTexts(Component part, ObjectNode known) {
        if (part instanceof TextFieldBase<?, ?> field && !(part instanceof PasswordField)) {
            field.getId().ifPresent(id -> known.put(id, field.getElement().getProperty("value", "")));
        }
        part.getChildren().forEach(child -> addTexts(child, known));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        found.setText(getTranslation("draft.found"));
        joined.setText(getTranslation("draft.joined"));
        discard.setText(getTranslation("draft.discard"));
    }
}
