package org.relais.inspection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relais.people.SignedInUser;
import org.relais.record.SetAsideFilter;

/** Who may take the export of records away. */
class ExportDownloadTest extends FailedRecords {

    @Test
    void onlyAnAdministratorSeesTheRecordItselfAndTheExport() {
        aside(1, "unit", "u1", "BROKEN", "MISSING_FIELD", "ID", "x", "{}");
        navigate(FailedView.class);
        assertThat(find(Anchor.class).withId("records-export").exists()).isTrue();

        signIn(new SignedInUser("u", "nurse", false, null, Set.of()));
        navigate(WaitingView.class);
        navigate(FailedView.class);

        assertThat(find(Anchor.class).withId("records-export").exists()).isFalse();
        details(0);
        assertThat(find(RecordDialog.class).exists()).isTrue();
        assertThat(find(Pre.class).exists()).isFalse();
    }

    @Test
    void theExportAsksAgainWhoFollowsItsLink() throws IOException {
        aside(1, "unit", "../u1", "BROKEN", "MISSING_FIELD", "ID", "x", "{}");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        VaadinResponse toAdministrator = download(file);
        verify(toAdministrator).setHeader(eq("Content-Disposition"), contains("relais-records-"));
        assertThat(file.toString(StandardCharsets.UTF_8)).contains("\"id\":\"../u1\"");

        signIn(new SignedInUser("u", "nurse", false, null, Set.of()));
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        VaadinResponse toNurse = download(nothing);
        verify(toNurse).setStatus(403);
        verifyNoMoreInteractions(toNurse);
        assertThat(nothing.size()).isZero();
    }

    private VaadinResponse download(ByteArrayOutputStream out) throws IOException {
        VaadinResponse response = mock();
        when(response.getOutputStream()).thenReturn(new jakarta.servlet.ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(jakarta.servlet.WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int b) {
                out.write(b);
            }
        });
        new ExportDownload(export, currentUser, () -> SetAsideFilter.ALL)
                .handleDownloadRequest(new DownloadEvent(
                        mock(VaadinRequest.class),
                        response,
                        VaadinSession.getCurrent(),
                        UI.getCurrent().getElement()));
        return response;
    }
}
