package org.relais.help.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.relais.components.Glyph;
import org.relais.run.RunPlan;
import org.relais.run.SyncStep;

/** What a synchronisation does, step by step, and what the figures under its steps mean. */
@Route(SyncHelpView.PATH)
@PermitAll
class SyncHelpView extends HelpPage {

    static final String PATH = "help/synchronisation";
    static final String TITLE = "help.sync.title";

    private final Div body = new Div();

    SyncHelpView() {
        super(PATH, TITLE);
        body.addClassName("help-stack");
        add(body);
    }

    @Override
    void translate() {
        body.removeAll();
        body.add(
                panel(
                        "help.sync.later.title",
                        paragraph("help.sync.explanation"),
                        steps(true),
                        paragraph("help.sync.offline")),
                panel(
                        "help.sync.totals.title",
                        paragraph("help.sync.totals.explanation"),
                        paragraph("help.sync.totals.example"),
                        paragraph("help.sync.totals.where")),
                panel("help.sync.first.title", paragraph("help.sync.first.explanation"), steps(false)));
    }

    private OrderedList steps(boolean initialised) {
        OrderedList steps = new OrderedList();
        steps.addClassNames("help-steps", "help-text");
        for (SyncStep step : RunPlan.next(initialised, false).steps()) {
            Span mark = new Span(Glyph.valueOf(step.name()).create());
            mark.addClassName("help-step-mark");
            Span name = new Span(getTranslation("step." + step.key()));
            name.addClassName("help-step-name");
            ListItem item = new ListItem(mark, name, new Paragraph(getTranslation("help.step." + step.key())));
            item.getElement().setAttribute("data-step", step.key());
            steps.add(item);
        }
        return steps;
    }
}
