package org.relais.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.Tag;

/**
 * Says below a field of text how many characters it holds. The browser counts while a person types ({@code
 * frontend/assets/forms.js}): a question to the server for each key would not keep up on a slow line.
 */
@Tag("relais-count")
public class CharacterCount extends Component {

    /** One below this field, of which at most so many characters are taken. */
    public CharacterCount(HasHelper field, int most) {
        getElement().setAttribute("most", Integer.toString(most));
        field.setHelperComponent(this);
    }

    /** Says it with these words: {@code {0}} stands for how many there are, {@code {1}} for how many may be. */
    public void say(String words) {
        getElement().setAttribute("words", words);
    }
}
