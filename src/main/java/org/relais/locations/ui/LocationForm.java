package org.relais.locations.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.relais.components.DecimalField;
import org.relais.components.FieldProblem;
import org.relais.components.TypedNumber;
import org.relais.language.Draft;
import org.relais.locations.Location;
import org.relais.locations.LocationChanged;
import org.relais.locations.LocationDraft;
import org.relais.locations.LocationInUse;
import org.relais.locations.LocationProblem;
import org.relais.locations.LocationType;
import org.relais.locations.Locations;
import org.relais.vocabulary.Invalid;

/** The window in which a location is added or changed. */
class LocationForm extends Dialog {

    /** Drafts of locations: with an id that of a location that is changed, without one that of a new one. */
    static final String DRAFTS = "location ";

    /** On narrower screens as wide as there is room. */
    private static final String WIDTH = "28rem";

    /** A number as it can be typed. */
    private static final BigDecimal EXAMPLE = new BigDecimal("12.5");

    private final Locations locations;
    private final LocationWords words;
    private final Location before;
    private final String storeId;
    private final Outcome outcome;

    private final Paragraph problem = new Paragraph();
    private final TextField code = new TextField();
    private final TextField description = new TextField();
    private final Select<LocationType> type = new Select<>();
    private final DecimalField volume = new DecimalField();
    private final Checkbox onHold = new Checkbox();
    private final Button save = new Button();
    private final Draft typed;

    /** What the page does when the window has done its work. */
    interface Outcome {

        /** A location was stored; {@code text} says so. */
        void stored(String id, String text);

        /** A location was deleted; {@code text} says so. */
        void deleted(String text);

        /** The location was changed by somebody else: the person begins again with the location as it is now. */
        void reopen(String id);
    }

    /**
     * A window for a location.
     *
     * @param before the location to change, or null to add one to the store
     */
    LocationForm(Locations locations, LocationWords words, String storeId, Location before, Outcome outcome) {
        this.locations = locations;
        this.words = words;
        this.storeId = storeId;
        this.before = before;
        this.outcome = outcome;
        this.typed = new Draft(DRAFTS + (before == null ? "" : before.id()));
        addDialogCloseActionListener(escape -> leave());
        setId("location-form");
        addClassName("location-form");
        setHeaderTitle(words.text(before == null ? "locations.add.title" : "locations.edit.title"));
        setWidth(WIDTH);
        setCloseOnOutsideClick(false);
        problem.setId("location-problem");
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        prepareFields();
        Div fields = new Div(typed, problem, code, description, type, volume, onHold);
        fields.addClassName("form-fields");
        add(fields);
        prepareButtons();
        fill();
        code.focus();
    }

    private void prepareFields() {
        code.setId("location-code");
        code.setLabel(words.text("locations.code"));
        code.setRequiredIndicatorVisible(true);
        code.setMaxLength(LocationDraft.CODE_LENGTH);
        code.setHelperText(words.text("locations.code.hint", LocationDraft.CODE_LENGTH));
        description.setId("location-description");
        description.setLabel(words.text("locations.description"));
        description.setMaxLength(LocationDraft.DESCRIPTION_LENGTH);
        type.setId("location-type");
        type.setLabel(words.text("locations.type.label"));
        type.setEmptySelectionAllowed(true);
        type.setEmptySelectionCaption(words.text("locations.type.none"));
        type.setItemLabelGenerator(choice -> choice == null ? words.text("locations.type.none") : words.type(choice));
        volume.setId("location-volume");
        volume.setLabel(words.text("locations.volume"));
        volume.setRequiredIndicatorVisible(true);
        volume.speak(words.locale());
        volume.setSuffixComponent(new Span(words.text("locations.volume.cubic-metres")));
        onHold.setId("location-hold");
        onHold.setLabel(words.text("locations.on-hold"));
        onHold.setHelperText(words.text("locations.on-hold.hint"));
        FieldProblem.goesWhenMended(code);
        FieldProblem.goesWhenMended(description);
        FieldProblem.goesWhenMended(type);
        code.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    }

    private void prepareButtons() {
        save.setId("location-save");
        save.setText(words.text("locations.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
        // Not in the whole window: on the other buttons, and in the list of types, the key has another meaning.
        save.addClickShortcut(Key.ENTER)
                .listenOn(code, description, volume, onHold)
                .resetFocusOnActiveElement();
        Button cancel = new Button(words.text("locations.cancel"), click -> leave());
        cancel.setId("location-cancel");
        if (before != null) {
            Button delete = new Button(words.text("locations.delete"), click -> askToDelete());
            delete.setId("location-delete");
            delete.addClassName("delete-button");
            delete.addThemeVariants(ButtonVariant.ERROR);
            getFooter().add(delete);
        }
        getFooter().add(cancel, save);
    }

    private void fill() {
        List<LocationType> choices = new ArrayList<>(locations.types());
        if (before == null) {
            volume.fill(BigDecimal.ZERO);
            type.setItems(choices);
            return;
        }
        LocationType current = choices.stream()
                .filter(choice -> choice.id().equals(before.typeId()))
                .findFirst()
                .orElse(null);
        if (current == null && before.typeId() != null) {
            current = new LocationType(before.typeId(), before.typeId(), null, null);
            choices.add(current);
        }
        type.setItems(choices);
        type.setValue(current);
        code.setValue(before.code());
        description.setValue(before.description());
        volume.fill(before.volume());
        onHold.setValue(before.onHold());
    }

    private void save() {
        LocationDraft draft = new LocationDraft(
                code.getValue(),
                description.getValue(),
                type.getValue() == null ? null : type.getValue().id(),
                volume.read() instanceof TypedNumber.Known number ? number.value() : null,
                onHold.getValue());
        Set<LocationProblem> problems = locations.problems(storeId, before, draft);
        if (problems.isEmpty()) {
            store(draft);
        } else {
            show(problems);
        }
        save.setEnabled(true);
    }

    /** What is wrong with a volume that is none: said with what may have been meant. */
    private String words(LocationProblem found) {
        return found == LocationProblem.VOLUME_MISSING && volume.read() instanceof TypedNumber.Refused refused
                ? words.refused(refused.meant().stream().map(volume::spelled).toList(), volume.spelled(EXAMPLE))
                : words.text(found.key());
    }

    private void store(LocationDraft draft) {
        try {
            String id = before == null ? locations.add(storeId, draft) : changed(draft);
            leave();
            outcome.stored(id, words.text("locations.saved", draft.code()));
        } catch (Invalid invalid) {
            show(invalid.problems(LocationProblem.class));
        } catch (LocationChanged changed) {
            beginAgain();
        }
    }

    private String changed(LocationDraft draft) {
        locations.change(before, draft);
        return before.id();
    }

    /** Nothing of what was typed is needed any more. */
    private void leave() {
        typed.saved();
        close();
    }

    private void askToDelete() {
        ConfirmDialog question = new ConfirmDialog();
        question.setId("location-delete-question");
        question.setHeader(words.text("locations.delete.title", before.code()));
        question.setText(words.text("locations.delete.text"));
        question.setConfirmText(words.text("locations.delete"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(words.text("locations.cancel"));
        question.addConfirmListener(yes -> delete());
        question.open();
    }

    private void delete() {
        try {
            locations.delete(before);
            leave();
            outcome.deleted(words.text("locations.deleted", before.code()));
        } catch (LocationInUse inUse) {
            say(words.text("locations.in-use", words.text("locations.referrer." + inUse.table())));
        } catch (LocationChanged changed) {
            beginAgain();
        }
    }

    private void beginAgain() {
        close();
        outcome.reopen(before.id());
    }

    private void show(Set<LocationProblem> problems) {
        for (LocationProblem found : problems) {
            HasValidation field = field(found.field());
            field.setErrorMessage(words(found));
            field.setInvalid(true);
        }
        LocationProblem first = problems.iterator().next();
        switch (first.field()) {
            case CODE -> code.focus();
            case DESCRIPTION -> description.focus();
            case TYPE -> type.focus();
            case VOLUME -> volume.focus();
        }
    }

    private HasValidation field(LocationProblem.Field field) {
        return switch (field) {
            case CODE -> code;
            case DESCRIPTION -> description;
            case TYPE -> type;
            case VOLUME -> volume;
        };
    }

    /** Says at the top of the window what is in the way. */
    void say(String text) {
        problem.setText(Objects.requireNonNull(text));
        problem.setVisible(true);
    }
}
