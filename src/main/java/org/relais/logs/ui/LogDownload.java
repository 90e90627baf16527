package org.relais.logs.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.relais.logs.LogFile;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;

/** Hands the log to an administrator. The address could be passed on: whoever uses it must be one, now. */
class LogDownload implements DownloadHandler {

    private final LogFile file;
    private final CurrentUser person;

    LogDownload(LogFile file, CurrentUser person) {
        this.file = file;
        this.person = person;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        person.require(Permission.ADMINISTER_SERVER);
        event.setFileName(file.path().getFileName().toString());
        event.setContentType("text/plain; charset=utf-8");
        try (InputStream log = Files.newInputStream(file.path())) {
            log.transferTo(event.getOutputStream());
        }
    }
}
