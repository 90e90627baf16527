package org.relais.logs.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.components.Choice;
import org.relais.logs.LogFile;
import org.relais.logs.RoomLevels;
import org.relais.people.CurrentUser;
import org.relais.people.SignedInUser;
import org.relais.testing.Chooser;
import org.relais.testing.PageTurn;
import org.relais.testing.SeededSite;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.security.access.AccessDeniedException;

/** The section of the settings with the log. */
class LogsPanelTest extends SeededSite {

    private static final String LINE = "2026-03-04T10:00:00.123Z  %s 42 --- [relais] [main] org.relais.x.Y : %s%n";

    @Autowired
    private LogFile file;

    @Autowired
    private LogFeed feed;

    @Autowired
    private RoomLevels levels;

    @Autowired
    private LoggingSystem logging;

    @Autowired
    private CurrentUser person;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(file.path().toAbsolutePath().getParent());
        write("INFO", "<img src=x> began");
        write("ERROR", "all broke");
        signIn();
        UI.getCurrent().setLocale(Locale.ENGLISH);
        UI.getCurrent().navigate("settings/logs");
    }

    @AfterEach
    void usualLevel() {
        logging.setLogLevel("org.relais.people", null);
    }

    @Test
    void lastLinesAreShownNarrowedAndLive() throws Exception {
        assertThat(lines()).contains("<img src=x> began", "all broke");

        Chooser.choose(find(Choice.class).withId("log-level").single(), "ERROR and above");
        assertThat(lines()).contains("all broke").doesNotContain("began");

        // The feed looks by itself too, at this very moment perhaps; and whatever else is tested writes to the same
        // file.
        Awaitility.await().pollInSameThread().until(() -> {
            write("ERROR", "once more");
            feed.look();
            PageTurn.take();
            roundTrip();
            return lines().contains("once more");
        });

        test(find(TextField.class).withId("log-search").single()).setValue("no such word");
        assertThat(find(LogList.class).exists()).isFalse();
        assertThat(find(Paragraph.class).withId("log-none").single().getText()).startsWith("There is no such entry");
    }

    @Test
    void aRoomWritesMoreUntilTheNextStart() {
        Chooser.choose(find(Choice.class).withId("log-room").single(), "people");
        Chooser.choose(find(Choice.class).withId("log-room-level").single(), "DEBUG");

        assertThat(LoggerFactory.getLogger(SignedInUser.class).isDebugEnabled()).isTrue();
        assertThat(levels.of("people")).contains(LogLevel.DEBUG);
        assertThatThrownBy(() -> levels.set("nowhere", LogLevel.DEBUG, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> levels.set("people", LogLevel.OFF, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFileIsHandedToAdministratorsOnly() throws Exception {
        LogDownload download = new LogDownload(file, person);
        DownloadEvent event = mock(DownloadEvent.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        when(event.getOutputStream()).thenReturn(out);

        download.handleDownloadRequest(event);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("all broke");
        verify(event).setFileName(file.path().getFileName().toString());
        DownloadEvent refused = mock(DownloadEvent.class);
        signIn(new SignedInUser("u", "nurse", false, null, Set.of()));
        assertThatThrownBy(() -> download.handleDownloadRequest(refused)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(refused);
    }

    private void write(String level, String text) throws Exception {
        Files.writeString(
                file.path(), LINE.formatted(level, text), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String lines() {
        return find(LogList.class).single().getElement().getTextRecursively();
    }
}
