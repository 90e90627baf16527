package org.relais.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import org.relais.components.Glyph;
import org.relais.components.Notice;
import org.relais.database.DatabaseCondition;
import org.relais.database.DatabaseWatch;
import org.relais.language.AwayWords;
import org.relais.language.PhraseBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/**
 * Says above every page in the frame that the database cannot be used, as long as it cannot, and of when the figures are that stand
 * there: the style sheet turns them grey meanwhile. A page that stands alone because of it says so itself ({@link TroublePage}).
 */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class AwayNotice extends Notice implements LocaleChangeObserver {

    private static final Logger log = LoggerFactory.getLogger(AwayNotice.class);

    private final DatabaseWatch watch;
    private final AwayWords words;
    private final PhraseBook phraseBook;
    private final Clock clock;
    private Instant asOf;

    AwayNotice(DatabaseWatch watch, AwayWords words, PhraseBook phraseBook, Clock clock) {
        super("away-notice", Glyph.ALERT, "bad");
        this.watch = watch;
        this.words = words;
        this.phraseBook = phraseBook;
        this.clock = clock;
        addClassName("away-notice");
        getElement().setAttribute("role", "alert");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI page = event.getUI();
        Runnable stop = watch.tell(condition -> showOn(page));
        addDetachListener(gone -> {
            gone.unregisterListener();
            stop.run();
        });
        show(watch.condition(), page);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        show(watch.condition(), event.getUI());
    }

    private void showOn(UI page) {
        try {
            page.access(() -> show(watch.condition(), page));
        } catch (UIDetachedException closed) {
            log.debug("The page was closed at this very moment", closed);
        }
    }

    /** What to show while the database is so; visible for a database that is away, hidden for one that answers. */
    void show(DatabaseCondition condition, UI page) {
        if (condition == DatabaseCondition.ANSWERS) {
            asOf = null;
            setVisible(false);
            return;
        }
        if (asOf == null) {
            asOf = clock.instant();
        }
        show(words.text(condition, page.getLocale()), words.hint(condition, page.getLocale()) + " " + asOf(page));
    }

    private String asOf(UI page) {
        return getTranslation("away.as-of", phraseBook.of(page).moment(asOf, clock.instant()));
    }
}
