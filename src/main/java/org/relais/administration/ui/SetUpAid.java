package org.relais.administration.ui;

import com.vaadin.flow.component.HasElement;
import java.util.function.Supplier;
import org.relais.language.Phrases;

/**
 * What helps an administrator whose set-up does not go on. A room that has such a thing declares a component that is one, as a bean of
 * its own for each page (scope prototype): the set-up page collects them and shows them below its stages.
 */
public interface SetUpAid extends HasElement {

    /**
     * Called once, before anything is shown.
     *
     * @param typed the central server's address as it stands in the form; blank while no form is open
     */
    void about(Supplier<String> typed);

    /** Says everything in a language. */
    void translate(Phrases phrases);
}
