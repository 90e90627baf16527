package org.relais.inspection.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relais.catalogue.RecordKey;
import org.relais.inspection.Activities;
import org.relais.inspection.RecordTitles;
import org.relais.language.FailureWords;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.language.ReasonWords;
import org.relais.language.RecordWords;
import org.relais.language.TitledPage;
import org.relais.people.Roles;
import org.relais.record.Sought;
import org.relais.record.Tracing;
import org.relais.run.Runs;

/**
 * Finds a record by its id, its number, its code or its name, and tells all that is kept of it. What is looked for stands in the
 * address, so that it can be passed on.
 */
@Route(TraceView.PATH)
@RouteAlias("enregistrements/parcours")
@RouteAlias("registros/recorrido")
@RolesAllowed(Roles.ADMINISTRATOR)
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/trace.css")
class TraceView extends TitledPage implements BeforeEnterObserver {

    static final String PATH = "records/trace";
    static final String TABLE = "table";
    static final String ID = "id";

    private static final String SEARCH = "search";
    private static final int LONGEST = 255;

    private final Tracing tracing;
    private final RecordTitles titles;
    private final Activities activities;
    private final Runs runs;
    private final ReasonWords reasons;
    private final RecordWords records;
    private final FailureWords servers;
    private final Clock clock;

    private final Paragraph explanation = new Paragraph();
    private final Input search = new Input();
    private final Button go = new Button();
    private final Paragraph answer = new Paragraph();
    private final UnorderedList candidates = new UnorderedList();
    private final Div place = new Div();
    private String asked = "";
    private Sought sought;
    private RecordKey key;

    TraceView(
            Tracing tracing,
            RecordTitles titles,
            Activities activities,
            Runs runs,
            ReasonWords reasons,
            RecordWords records,
            FailureWords servers,
            PhraseBook phraseBook,
            Clock clock) {
        super(phraseBook, "trace.title", "synchronisation", "history.back");
        this.tracing = tracing;
        this.titles = titles;
        this.activities = activities;
        this.runs = runs;
        this.reasons = reasons;
        this.records = records;
        this.servers = servers;
        this.clock = clock;
        addClassNames("lookback-page", "trace-page");
        subtitle(explanation);
        search.setId("trace-search");
        search.setType("search");
        search.addClassName("trace-search");
        search.getElement().setAttribute("maxlength", String.valueOf(LONGEST));
        search.getElement().addEventListener("change", change -> look());
        go.setId("trace-go");
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            look();
            go.setEnabled(true);
        });
        Div tools = new Div(search, go);
        tools.addClassName("list-tools");
        answer.setId("trace-answer");
        answer.getElement().setAttribute("role", "status");
        candidates.setId("trace-candidates");
        candidates.addClassName("trace-candidates");
        add(tools, answer, candidates, place);
    }

    private void look() {
        String text = search.getValue().strip();
        if (!text.isEmpty() && !text.equals(asked)) {
            asked = text;
            UI.getCurrent().navigate(PATH, QueryParameters.simple(Map.of(SEARCH, text)));
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        Optional<String> table = address.getSingleParameter(TABLE);
        Optional<String> id = address.getSingleParameter(ID);
        Optional<String> text =
                address.getSingleParameter(SEARCH).map(String::strip).filter(wanted -> !wanted.isEmpty());
        key = table.isPresent() && id.isPresent() ? new RecordKey(table.get(), id.get()) : null;
        sought = key == null ? text.map(tracing::seek).orElse(null) : null;
        asked = text.or(() -> id).orElse("");
        search.setValue(asked);
        if (sought != null && sought.records().size() == 1) {
            key = sought.records().getFirst();
        }
        say();
    }

    @Override
    protected void translate(Phrases phrases) {
        explanation.setText(phrases.text("trace.hint"));
        search.setPlaceholder(phrases.text("trace.search.short"));
        search.getElement().setAttribute("aria-label", phrases.text("trace.search"));
        go.setText(phrases.text("trace.go"));
        AsideList pieces = new AsideList(phrases, clock.instant(), reasons, records);
        showAnswer(pieces);
        place.removeAll();
        if (key != null) {
            place.add(new TraceStory(
                    tracing.of(key),
                    tracing.text(key),
                    titles,
                    activities.of(key, phrases),
                    new TraceWords(pieces, servers, runs)));
        }
    }

    private void showAnswer(AsideList pieces) {
        candidates.removeAll();
        boolean several = sought != null && key == null;
        candidates.setVisible(several);
        answer.setVisible(sought != null && (several || !sought.complete()));
        if (sought == null) {
            return;
        }
        Phrases phrases = pieces.phrases();
        String found = phrases.text("trace.found", sought.records().size());
        answer.setText(sought.complete() ? found : found + " " + phrases.text("trace.cut"));
        if (several) {
            offer(sought.records(), pieces);
        }
    }

    /** By what they are called; those that share it, as the shelves of two stores may, are told apart by their ids. */
    private void offer(List<RecordKey> records, AsideList pieces) {
        Map<RecordKey, String> names = new LinkedHashMap<>();
        records.forEach(record -> names.put(record, pieces.named(record, titles.of(record, pieces.phrases()))));
        names.forEach((record, name) -> candidates.add(new ListItem(new TraceLink(
                record, Collections.frequency(names.values(), name) > 1 ? name + " · " + record.id() : name))));
    }
}
