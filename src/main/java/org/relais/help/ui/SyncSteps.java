package org.relais.help.ui;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.i18n.I18NProvider;
import org.relais.sync.SyncStep;

/** What a synchronisation does, step by step, in a few words. */
class SyncSteps extends Div {

    private static final long serialVersionUID = 1L;

    private final transient I18NProvider translations;

    SyncSteps(I18NProvider translations) {
        this.translations = translations;
        addClassNames("panel", "sync-steps");
    }

    /** Says everything in the page's language. */
    void translate() {
        DescriptionList steps = new DescriptionList();
        for (SyncStep step : SyncStep.ofRun(true)) {
            steps.add(new Term(say("step." + step.key())), new Description(say("help.step." + step.key())));
        }
        removeAll();
        add(
                new H2(say("help.sync.title")),
                new Paragraph(say("help.sync.explanation")),
                steps,
                new Paragraph(say("help.sync.offline")));
    }

    private String say(String key) {
        return translations.getTranslation(key, getLocale());
    }
}
