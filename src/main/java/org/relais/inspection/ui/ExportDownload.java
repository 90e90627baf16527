package org.relais.inspection.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.OutputStream;
import java.util.function.Supplier;
import org.relais.inspection.SupportExport;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.SetAsideFilter;

/** Answers the export's link, record by record; asks again who it is that follows it. */
class ExportDownload implements DownloadHandler {

    private final SupportExport export;
    private final CurrentUser currentUser;
    private final Supplier<SetAsideFilter> filter;

    ExportDownload(SupportExport export, CurrentUser currentUser, Supplier<SetAsideFilter> filter) {
        this.export = export;
        this.currentUser = currentUser;
        this.filter = filter;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) {
        if (!currentUser.may(Permission.ADMINISTER_SERVER)) {
            event.getResponse().setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        event.setFileName(export.fileName());
        event.setContentType(SupportExport.CONTENT_TYPE);
        OutputStream out = event.getOutputStream();
        export.write(filter.get(), out);
    }
}
