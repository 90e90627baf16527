package org.relais.logs.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import org.relais.administration.ui.SettingsSection;
import org.relais.components.Choice;
import org.relais.language.Phrases;
import org.relais.logs.LogFile;
import org.relais.logs.LogFilter;
import org.relais.logs.LogLine;
import org.relais.logs.RoomLevels;
import org.relais.people.CurrentUser;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.annotation.Scope;

/** The section of the settings with the last lines of the log, live while it is open. */
@SpringComponent
@Scope("prototype")
@StyleSheet("assets/lookback.css")
@StyleSheet("assets/programs.css")
@StyleSheet("assets/logs.css")
class LogsPanel extends Div implements SettingsSection {

    private static final List<LogLevel> LEVELS =
            List.of(LogLevel.TRACE, LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARN, LogLevel.ERROR);
    private static final int LONGEST_SEARCH = 100;

    private final LogFile file;
    private final H2 title = new H2();
    private final Paragraph explanation = new Paragraph();
    private final Choice<LogLevel> level = new Choice<>(this::named);
    private final TextField search = new TextField();
    private final Anchor download = new Anchor();
    private final Paragraph none = new Paragraph();
    private final LogList list = new LogList();
    private final RoomLevelForm rooms;
    private LogFilter filter = LogFilter.ALL;
    private List<LogLine> shown = List.of();
    private Phrases phrases;

    LogsPanel(LogFile file, RoomLevels levels, CurrentUser person, LogFeed feed) {
        this.file = file;
        this.rooms = new RoomLevelForm(levels, person);
        setId("settings-logs");
        addClassNames("panel", "programs-panel");
        explanation.addClassName("soft");
        level.setId("log-level");
        level.onChoice(chosen -> narrow(new LogFilter(chosen, filter.text())));
        search.setId("log-search");
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST_SEARCH);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(
                change -> narrow(new LogFilter(filter.least(), change.getValue().strip())));
        download.setId("log-download");
        download.addClassName("link-button");
        download.setHref(new LogDownload(file, person), AttachmentType.DOWNLOAD);
        none.setId("log-none");
        Div tools = new Div(level, search, download);
        tools.addClassName("list-tools");
        add(title, explanation, tools, none, list, rooms);
        feed.follow(this, this::refresh);
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public String titleKey() {
        return "settings.logs";
    }

    @Override
    public void translate(Phrases language) {
        phrases = language;
        title.setText(phrases.text(titleKey()));
        explanation.setText(phrases.text("settings.logs.explanation", LogFile.MOST));
        level.setAriaLabel(phrases.text("logs.level"));
        level.offer(LEVELS, filter.least());
        search.setPlaceholder(phrases.text("logs.search"));
        search.setAriaLabel(phrases.text("logs.search"));
        download.setText(phrases.text("logs.download"));
        list.getElement().setAttribute("aria-label", phrases.text("logs.lines"));
        rooms.translate(phrases);
        refresh();
    }

    private String named(LogLevel least) {
        return least == LogLevel.TRACE
                ? phrases.text("logs.level.all")
                : phrases.text("logs.level.least", least.name());
    }

    private void narrow(LogFilter other) {
        filter = other;
        refresh();
    }

    private void refresh() {
        if (phrases == null) {
            return;
        }
        List<LogLine> now = file.last(filter);
        if (!now.equals(shown)) {
            shown = now;
            list.show(now);
        }
        download.setVisible(file.exists());
        list.setVisible(!now.isEmpty());
        none.setVisible(now.isEmpty());
        none.setText(phrases.text(file.exists() ? "logs.none" : "logs.no-file"));
    }
}
