package org.relais.administration.ui;

import com.vaadin.flow.component.HasElement;
import org.relais.language.Phrases;

/**
 * One section of the settings, at an address of its own: {@code settings/<name>}. A room that has something to set declares a
 * component that is one, as a bean of its own for each page (scope prototype), and touches no other room: the page of the
 * settings collects them.
 */
public interface SettingsSection extends HasElement {

    /** Its word in the address, the same in every language. */
    String name();

    /** Where it stands among the others: from the smallest number to the largest. */
    int order();

    /** The key of its title in the translations. */
    String titleKey();

    /** Says everything in a language; what was typed stays. */
    void translate(Phrases phrases);

    /** Shows what holds now; called when a person opens the section, before its words are said. */
    default void fill(Phrases phrases) {}

    /** Whether something was typed that is not saved yet. */
    default boolean changed() {
        return false;
    }

    /** Forgets what was typed and not saved: the person does not want it. Called by a page. */
    default void discard() {}

    /** Leads to what has to be corrected, as a failure's cure asks for it in the address; what it does not know it leaves. */
    default void correct(String what) {}

    /** Whether it takes away what does not come back: such sections stand apart, at the end. */
    default boolean dangerous() {
        return false;
    }
}
