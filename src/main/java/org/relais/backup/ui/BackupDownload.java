package org.relais.backup.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.relais.backup.Backups;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;

/** Hands a backup to an administrator. The address could be passed on: whoever uses it must be one, now. */
class BackupDownload implements DownloadHandler {

    private final Backups backups;
    private final CurrentUser person;
    private final String name;

    BackupDownload(Backups backups, CurrentUser person, String name) {
        this.backups = backups;
        this.person = person;
        this.name = name;
    }

    /** Whoever copies the address sees which one it is. */
    @Override
    public String getUrlPostfix() {
        return name;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        person.require(Permission.ADMINISTER_SERVER);
        Path file = backups.find(name).orElseThrow(() -> new NoSuchFileException(name));
        event.setFileName(name);
        event.setContentType("application/octet-stream");
        event.setContentLength(Files.size(file));
        Files.copy(file, event.getOutputStream());
    }
}
