package org.relais.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Says on the pages that are open that the database cannot be used, as long as it cannot: what a person does there meanwhile
 * is sent when it can again.
 */
@Component
class AwayNotice implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(AwayNotice.class);

    private final DatabaseWatch watch;
    private final AwayWords words;

    AwayNotice(DatabaseWatch watch, AwayWords words) {
        this.watch = watch;
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(this::watchFor);
    }

    private void watchFor(UIInitEvent event) {
        UI page = event.getUI();
        Notice notice = new Notice("away-notice", Glyph.ALERT, "bad");
        notice.addClassName("away-notice");
        notice.getElement().setAttribute("role", "alert");
        page.getElement().appendChild(notice.getElement());
        Runnable stop = watch.tell(condition -> showOn(page, notice));
        page.addDetachListener(gone -> stop.run());
    }

    private void showOn(UI page, Notice notice) {
        try {
            page.access(() -> show(notice, watch.condition(), page));
        } catch (UIDetachedException closed) {
            log.debug("The page was closed at this very moment", closed);
        }
    }

    private void show(Notice notice, DatabaseCondition condition, UI page) {
        if (condition == DatabaseCondition.ANSWERS) {
            notice.setVisible(false);
        } else {
            notice.show(words.text(condition, page.getLocale()), words.hint(condition, page.getLocale()));
        }
    }
}
