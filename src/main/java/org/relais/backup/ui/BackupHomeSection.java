package org.relais.backup.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import org.relais.backup.BackupStanding;
import org.relais.backup.Backups;
import org.relais.components.Glyph;
import org.relais.components.HomeSection;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.site.Site;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.core.annotation.Order;

/** Would anything be lost with this machine? Says nothing while backups are as they should be. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@Order(15)
class BackupHomeSection extends HomeSection {

    private final Backups backups;
    private final Site site;
    private final CurrentUser person;
    private final PhraseBook phraseBook;
    private final Clock clock;
    private final Paragraph state = new Paragraph();
    private final Paragraph advice = new Paragraph();
    private final Anchor way = new Anchor("settings/backup");

    BackupHomeSection(
            Backups backups, Site site, CurrentUser person, PhraseBook phraseBook, BackupFeed feed, Clock clock) {
        super("home-backup");
        this.backups = backups;
        this.site = site;
        this.person = person;
        this.phraseBook = phraseBook;
        this.clock = clock;
        state.setId("home-backup-state");
        state.addClassName("home-state");
        advice.addClassName("soft");
        way.addClassName("link-button");
        way.getElement().setAttribute("router-link", true);
        answer().add(state, advice, way);
        feed.follow(this, this::show);
    }

    @Override
    protected void translate() {
        show();
    }

    private void show() {
        if (getUI().isEmpty()) {
            return;
        }
        Phrases phrases = phraseBook.of(getUI().get());
        way.setText(phrases.text("backup.home.see"));
        way.setVisible(person.may(Permission.ADMINISTER_SERVER));
        boolean restored = site.restoredAt().isPresent();
        ask(phrases.text(restored ? "backup.home.question.restored" : "backup.home.question"));
        if (restored) {
            say(new BackupWords(phrases.text("sync.restored"), phrases.text("sync.restored.hint"), Glyph.INFO, "warn"));
        } else {
            showStanding(phrases);
        }
    }

    private void showStanding(Phrases phrases) {
        Instant now = clock.instant();
        BackupStanding standing = backups.standing();
        BackupStanding.Word word = standing.word(now);
        setVisible(word != BackupStanding.Word.GOOD && word != BackupStanding.Word.NONE);
        if (isVisible()) {
            say(BackupWords.of(standing, now, phrases));
        }
    }

    private void say(BackupWords words) {
        setVisible(true);
        show(words.glyph(), words.tone());
        state.setText(words.text());
        advice.setText(words.advice() == null ? "" : words.advice());
        advice.setVisible(words.advice() != null);
    }
}
