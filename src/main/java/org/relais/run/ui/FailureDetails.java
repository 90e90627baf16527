package org.relais.run.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Instant;
import java.util.Locale;
import org.relais.components.CopyButton;
import org.relais.components.Glyph;
import org.relais.language.FailureWords;
import org.relais.language.Phrases;
import org.relais.run.Failure;

/**
 * An "i" that shows, when it is hovered, focused or tapped, what support needs to know of a failure: which server, which
 * call, the server's own code and message, and when; with a button that copies it all, and a link to the help on it.
 */
@StyleSheet("assets/failure.css")
public class FailureDetails extends Composite<Span> {

    private static final int STAY_OPEN_MILLIS = 400;

    /** The box would be a stop of the Tab key of its own, with nothing on it to hear or to press; what is in it is enough. */
    private static final String ONLY_ITS_PARTS =
            "customElements.whenDefined(this.localName).then(() => this.updateComplete).then(() => { this.tabIndex = -1; })";

    /**
     * The component goes on waiting for its hover delay after a click has opened the box, and opens it once more when that is
     * over: who had closed it with Escape meanwhile would see it come back.
     */
    private static final String OPENS_ONCE =
            "this.addEventListener('opened-changed', (change) => change.detail.value && this._openedStateController?.__abortOpen?.())";

    private final FailureWords failures;
    private final NativeButton trigger = new NativeButton();
    private final Popover popover = new Popover();
    private final Div title = new Div();
    private final DescriptionList facts = new DescriptionList();
    private final CopyButton copy = new CopyButton();
    private final Anchor help = new Anchor();
    private Failure shown;
    private Locale locale;

    /** Details without a failure yet; {@code id} marks the "i". */
    public FailureDetails(String id, FailureWords failures) {
        this.failures = failures;
        trigger.setId(id);
        trigger.addClassNames("icon-button", "failure-trigger");
        trigger.getElement().setAttribute("type", "button");
        trigger.add(Glyph.INFO.create());
        popover.setTarget(trigger);
        popover.setOpenOnHover(true);
        popover.setOpenOnFocus(true);
        popover.setOpenOnClick(true);
        popover.setHideDelay(STAY_OPEN_MILLIS);
        popover.setPosition(PopoverPosition.BOTTOM);
        popover.addClassName("failure-popover");
        popover.addAttachListener(attached -> {
            popover.getElement().executeJs(ONLY_ITS_PARTS);
            popover.getElement().executeJs(OPENS_ONCE);
        });
        title.addClassName("failure-title");
        facts.addClassName("failure-facts");
        help.addClassName("failure-help");
        help.getElement().setAttribute("router-link", true);
        Div actions = new Div(copy, help);
        actions.addClassName("failure-actions");
        Div box = new Div(title, facts, actions);
        box.addClassName("failure-details");
        popover.add(box);
        getContent().addClassName("failure-info");
        getContent().add(trigger, popover);
    }

    /** Shows a failure's details; null hides the "i". */
    public void show(Failure failure, Instant now, Phrases phrases) {
        setVisible(failure != null);
        if (failure == null) {
            popover.setOpened(false);
        } else if (!failure.equals(shown) || !phrases.locale().equals(locale)) {
            write(failure, now, phrases);
        }
        shown = failure;
        locale = phrases.locale();
    }

    private void write(Failure failure, Instant now, Phrases phrases) {
        FailureReport report = new FailureReport(failure, failures, phrases);
        trigger.setAriaLabel(phrases.text("error.details"));
        popover.setAriaLabel(phrases.text("error.details"));
        title.setText(report.title());
        facts.removeAll();
        report.facts().forEach((word, fact) -> facts.add(new Term(word), new Description(fact)));
        facts.add(new Term(phrases.text("error.at")), new Description(report.moment(now)));
        help.setHref("help/errors#" + failure.code().key());
        help.setText(phrases.text("error.help"));
        copy.show(report.text(), phrases.text("error.copy"), phrases.text("error.copied"));
    }
}
