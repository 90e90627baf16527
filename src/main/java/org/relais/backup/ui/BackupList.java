package org.relais.backup.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.relais.backup.BackupFile;
import org.relais.backup.Backups;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;

/** The backups in the folder: when, how large, whether they are proven, and the way to take one along. */
class BackupList extends UnorderedList {

    private final Backups backups;
    private final CurrentUser person;
    private final Map<BackupFile, ListItem> shown = new HashMap<>();
    private Phrases shownIn;

    BackupList(Backups backups, CurrentUser person) {
        this.backups = backups;
        this.person = person;
        setId("backups");
        addClassName("tokens");
    }

    /** A link that somebody is about to press stays as it is while nothing of its own file has changed. */
    void show(Instant now, Phrases phrases) {
        if (phrases != shownIn) {
            removeAll();
            shown.clear();
            shownIn = phrases;
        }
        List<BackupFile> files = backups.files();
        for (BackupFile gone : Set.copyOf(shown.keySet())) {
            if (!files.contains(gone)) {
                remove(shown.remove(gone));
            }
        }
        for (int place = 0; place < files.size(); place++) {
            BackupFile file = files.get(place);
            if (!shown.containsKey(file)) {
                ListItem item = item(file, now, phrases);
                shown.put(file, item);
                addComponentAtIndex(place, item);
            }
        }
        setVisible(!files.isEmpty());
        getElement().setAttribute("aria-label", phrases.text("backup.list"));
    }

    private ListItem item(BackupFile file, Instant now, Phrases phrases) {
        String moment = phrases.moment(file.moment(), now);
        Span when = new Span(moment);
        when.addClassName("token-name");
        Span size = new Span(BackupWords.size(file.size(), phrases));
        size.addClassName("soft");
        Div heading = new Div(when, size);
        heading.addClassName("token-heading");
        boolean proven = file.provenAt() != null;
        Span mark = new Span(
                proven
                        ? phrases.text("backup.file.proven", phrases.moment(file.provenAt(), now))
                        : phrases.text("backup.file.unproven"));
        mark.addClassName("soft");
        mark.getElement().setAttribute("data-proven", proven);
        Div words = new Div(heading, mark);
        words.addClassName("token-words");
        Anchor download = new Anchor();
        download.setText(phrases.text("backup.download"));
        download.addClassName("link-button");
        download.getElement().setAttribute("aria-label", phrases.text("backup.download.of", moment));
        download.setHref(new BackupDownload(backups, person, file.name()), AttachmentType.DOWNLOAD);
        ListItem item = new ListItem(words, download);
        item.addClassNames("token", "backup-file");
        return item;
    }
}
