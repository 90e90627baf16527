package org.relais.history.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import org.relais.components.CopyButton;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.Sameness;
import org.relais.run.Comparisons;
import org.relais.run.Run;
import org.relais.sync.Comparing;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Whether the site has what the central servers announced, as it was found after a run: in a sentence, table by table, and in digests
 * by which two sites can be compared. An administrator has it compared again, on the page of the newest run. One for each page.
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@StyleSheet("assets/sameness.css")
class SamenessPanel extends Div {

    private final Comparisons comparisons;
    private final Comparing comparing;
    private final CurrentUser person;
    private final H2 title = new H2();
    private final Paragraph sentence = new Paragraph();
    private final Paragraph hint = new Paragraph();
    private final Span digestLabel = new Span();
    private final Span digest = new Span();
    private final CopyButton copy = new CopyButton();
    private final Div digests = new Div(digestLabel, digest, copy);
    private final SamenessTable table = new SamenessTable();
    private final Paragraph working = new Paragraph();
    private final Button compare = new Button();
    private boolean shownNewest;
    private long shownTurns;

    SamenessPanel(Comparisons comparisons, Comparing comparing, CurrentUser person) {
        this.comparisons = comparisons;
        this.comparing = comparing;
        this.person = person;
        setId("run-sameness");
        addClassNames("panel", "lookback-panel", "sameness");
        sentence.setId("sameness-sentence");
        sentence.addClassName("sameness-sentence");
        hint.addClassName("soft");
        digest.setId("sameness-digest");
        digest.addClassName("sameness-digest");
        digests.addClassName("sameness-digests");
        working.setId("sameness-working");
        working.getElement().setAttribute("role", "status");
        compare.setId("sameness-compare");
        compare.setDisableOnClick(true);
        compare.addClickListener(click -> ask());
        add(title, sentence, hint, digests, working, compare, table);
    }

    /** Whether there may be more to show than is shown. */
    boolean isOutdated(boolean newest) {
        return newest != shownNewest || comparing.turns() != shownTurns;
    }

    /**
     * Shows what was found after a run.
     *
     * @param newest whether no later run ended, and none goes on
     */
    void show(Run run, boolean newest, RunWords words) {
        Phrases phrases = words.phrases();
        shownNewest = newest;
        shownTurns = comparing.turns();
        Optional<Sameness> found = run.finishedAt() == null ? Optional.empty() : comparisons.after(run.id());
        boolean mayAsk = newest && person.may(Permission.ADMINISTER_SERVER);
        setVisible(found.isPresent() || mayAsk);
        title.setText(phrases.text("sameness.title"));
        getElement()
                .setAttribute(
                        "data-same",
                        found.map(it -> String.valueOf(it.isSame())).orElse(""));
        sentence.setVisible(found.isPresent());
        digests.setVisible(found.isPresent());
        table.setVisible(found.isPresent());
        hint.setText(phrases.text("sameness.none"));
        found.ifPresent(it -> show(it, new SamenessWords(it, phrases), words));
        showAsking(mayAsk, phrases);
    }

    private void show(Sameness found, SamenessWords said, RunWords words) {
        Phrases phrases = words.phrases();
        sentence.setText(said.sentence());
        hint.setText(said.hint() + " " + phrases.text("sameness.at", phrases.moment(found.at(), words.now())));
        digestLabel.setText(phrases.text("sameness.digest"));
        digest.setText(found.digest());
        copy.show(said.report(), phrases.text("sameness.copy"), phrases.text("error.copied"));
        table.show(found, phrases);
    }

    private void showAsking(boolean mayAsk, Phrases phrases) {
        Comparing.State state = comparing.state();
        working.setText(
                switch (state) {
                    case IDLE -> "";
                    case UNDER_WAY -> phrases.text("sameness.working");
                    case FAILED -> phrases.text("sameness.failed");
                });
        compare.setVisible(mayAsk);
        compare.setEnabled(state != Comparing.State.UNDER_WAY);
        compare.setText(phrases.text("sameness.compare"));
    }

    /** The button may be pressed from elsewhere: whoever does must be an administrator, now. */
    private void ask() {
        person.require(Permission.ADMINISTER_SERVER);
        comparing.ask();
    }
}
