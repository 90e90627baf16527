package org.relais.language;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/**
 * How far a moment is from now. The server writes the words once; from then on the browser keeps them true by itself
 * ({@code frontend/assets/relais.js}), counting from the two moments it was given, so neither a round trip nor the tablet's own
 * clock, which is often wrong, is needed.
 */
@Tag("relais-since")
public class RelativeTime extends Component implements HasStyle, HasText {

    /** Shows a moment. */
    public void show(Instant moment, Instant now, Phrases phrases) {
        setText(phrases.relative(moment, now));
        getElement()
                .setAttribute("just-now", phrases.text("time.just-now"))
                .setAttribute("any-moment", phrases.text("time.any-moment"))
                .setAttribute("lang", phrases.locale().toLanguageTag())
                .setAttribute("moment", Long.toString(moment.toEpochMilli()))
                .setAttribute("now", Long.toString(now.toEpochMilli()));
    }

    /** Shows a moment that is close, below a minute to the second. */
    public void showToTheSecond(Instant moment, Instant now, Phrases phrases) {
        getElement().setAttribute("to-the-second", true);
        show(moment, now, phrases);
        setText(phrases.relativeToTheSecond(moment, now));
    }

    /** Shows words that stay as they are. */
    public void say(String words) {
        getElement().removeAttribute("moment");
        setText(words);
    }
}
