package org.relais.inspection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.RecordKey;
import org.relais.inspection.Activity;
import org.relais.inspection.ReadableJson;
import org.relais.inspection.RecordTitles;
import org.relais.language.Phrases;
import org.relais.record.Arrival;
import org.relais.record.OutboxEntry;
import org.relais.record.RecordTrace;

/**
 * All that is kept of one record, in the order in which it happened, and in plain words what is not kept. All texts are set as text:
 * what the network sends is never markup.
 */
class TraceStory extends Section {

    private final RecordTrace trace;
    private final RecordTitles titles;
    private final TraceWords words;
    private final Phrases phrases;
    private final List<Dated> lines = new ArrayList<>();

    private record Dated(Instant at, ListItem line) {}

    /**
     * The story of a record.
     *
     * @param text the record itself; empty for none
     */
    TraceStory(
            RecordTrace trace,
            Optional<String> text,
            RecordTitles titles,
            List<Activity> activities,
            TraceWords words) {
        this.trace = trace;
        this.titles = titles;
        this.words = words;
        this.phrases = words.phrases();
        addClassNames("panel", "lookback-panel");
        setId("trace-story");
        head();
        tell();
        others("trace.waits-for", trace.waitsFor());
        others("trace.awaited-by", trace.awaitedBy());
        did(activities);
        Paragraph unkept = new Paragraph(phrases.text("trace.unkept"));
        unkept.addClassName("soft");
        add(unkept);
        text.ifPresent(this::show);
    }

    private void head() {
        RecordKey key = trace.key();
        Paragraph state =
                new Paragraph(phrases.text("trace.state." + trace.state().key()));
        state.setId("trace-state");
        Span names = words.soft(key.table() + " · " + key.id());
        names.setId("trace-key");
        add(new Div(new H2(words.pieces().named(key, titles.of(key, phrases))), names), state);
    }

    private void tell() {
        if (trace.stored() != null) {
            tell(trace.stored());
        }
        trace.arrivals().forEach(this::tell);
        if (trace.change() != null) {
            tell(trace.change());
        }
        OrderedList story = new OrderedList();
        story.addClassName("trace-lines");
        story.setId("trace-lines");
        lines.sort(Comparator.comparing(Dated::at));
        lines.forEach(dated -> story.add(dated.line()));
        add(story);
    }

    private void tell(RecordTrace.Stored stored) {
        switch (stored.origin()) {
            case HERE -> {
                ListItem line = words.line(stored.receivedAt(), phrases.text("trace.saved"));
                if (trace.change() == null) {
                    line.add(words.soft(phrases.text("trace.left")));
                }
                lines.add(new Dated(stored.receivedAt(), line));
            }
            case CENTRAL_SERVER -> {
                line(stored.receivedAt(), phrases.text("trace.came"), words.run(stored.receivedAt()));
                line(stored.changedAt(), phrases.text("trace.integrated"), words.run(stored.changedAt()));
            }
            case UNKNOWN -> line(stored.receivedAt(), phrases.text("trace.version"));
        }
        if (stored.mergedInto() != null) {
            RecordKey kept = new RecordKey(trace.key().table(), stored.mergedInto());
            line(
                    stored.changedAt(),
                    phrases.text("trace.merged"),
                    new TraceLink(kept, words.pieces().named(kept, titles.of(kept, phrases))));
        } else if (stored.deletedAt() != null) {
            line(stored.deletedAt(), phrases.text("trace.deleted"));
        }
    }

    private void tell(Arrival arrival) {
        String came = arrival.server() == null
                ? phrases.text("trace.arrival.here")
                : phrases.text("trace.arrival", words.server(arrival.server()));
        ListItem line = arrival.server() == null
                ? words.line(arrival.since(), came)
                : words.line(arrival.since(), came, words.run(arrival.since()));
        line.add(new Paragraph(phrases.text(RecordInquiry.actionKey(arrival.action()))));
        if (arrival.reason() == null) {
            line.add(new Paragraph(phrases.text("trace.arrival.next")));
        } else {
            line.add(words.pieces().why(arrival.reason(), arrival.stands() == Arrival.Stands.WAITS));
            arrival.reason()
                    .missingRecord()
                    .ifPresent(missing -> line.add(
                            new TraceLink(missing, words.pieces().named(missing, titles.of(missing, phrases)))));
            line.add(words.soft(words.pieces().words().advice(arrival.reason(), phrases.locale())));
        }
        lines.add(new Dated(arrival.since(), line));
    }

    private void tell(OutboxEntry change) {
        ListItem line = words.line(
                change.since(),
                phrases.text("trace.changed", phrases.text(ChangeKind.of(change).key())));
        if (change.staysHere()) {
            line.add(new Paragraph(phrases.text("trace.stays")));
        }
        if (!trace.unsent().isEmpty()) {
            line.add(new Paragraph(phrases.text("trace.unsent", words.servers(trace.unsent()))));
        }
        Set<CentralServer> have = EnumSet.noneOf(CentralServer.class);
        have.addAll(change.receivers());
        have.removeAll(trace.unsent());
        if (!have.isEmpty()) {
            line.add(new Paragraph(phrases.text("trace.has", words.servers(have))));
        }
        if (change.problem() != null) {
            line.add(words.pieces().why(change.problem(), false));
        }
        lines.add(new Dated(change.since(), line));
    }

    private void line(Instant at, String text, Component... more) {
        lines.add(new Dated(at, words.line(at, text, more)));
    }

    private void others(String title, List<RecordKey> records) {
        if (!records.isEmpty()) {
            UnorderedList list = new UnorderedList();
            records.forEach(record -> list.add(
                    new ListItem(new TraceLink(record, words.pieces().named(record, titles.of(record, phrases))))));
            list.addClassName("trace-candidates");
            add(new Div(new H2(phrases.text(title)), list));
        }
    }

    private void did(List<Activity> activities) {
        if (!activities.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.setId("trace-activities");
            activities.forEach(activity ->
                    list.add(new ListItem(activity.at() + " · " + activity.type() + " · " + activity.user())));
            list.addClassName("trace-candidates");
            add(new Div(new H2(phrases.text("trace.activities")), list));
        }
    }

    private void show(String json) {
        ReadableJson readable = ReadableJson.of(json);
        Pre text = new Pre(readable.text());
        text.addClassName("record-json");
        text.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", phrases.text("records.dialog.json.kept"));
        add(new H2(phrases.text("records.dialog.json.kept")), text);
        if (readable.cut()) {
            add(new Paragraph(phrases.text("records.dialog.json.cut")));
        }
    }
}
