package org.relais.coldchain.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.relais.coldchain.LoggedReading;
import org.relais.coldchain.ReadingLog;
import org.relais.coldchain.Sensor;

/**
 * Answers the log's link with all readings of the filter, as lines of values with commas; asks again who it is that follows it. The
 * readings are those that the page shows, whose days are the reader's; their times are the site's, so that what two readers load can
 * be put together.
 */
class LogDownload implements DownloadHandler {

    private static final String[] COLUMNS = {
        "sensor", "serial", "location", "zone", "time", "temperature", "breach", "note"
    };

    /** By it spreadsheets know that accents are UTF-8. */
    private static final char MARK = '\uFEFF';

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    /** With one of these a spreadsheet would take a text for a formula. */
    private static final String BEGINS_A_FORMULA = "=+-@\t\r";

    private final ReadingLog log;
    private final Desk desk;
    private final Supplier<Scene> scene;

    /** @param scene what the page shows at that moment */
    LogDownload(ReadingLog log, Desk desk, Supplier<Scene> scene) {
        this.log = log;
        this.desk = desk;
        this.scene = scene;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        Scene asked = scene.get();
        if (!desk.mayView(asked.storeId())) {
            event.getResponse().setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        event.setFileName(asked.phrases().text("log.file") + ".csv");
        event.setContentType("text/csv;charset=UTF-8");
        try (Writer out = new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            write(asked, out);
        }
    }

    void write(Scene asked, Writer out) throws IOException {
        MonitoringWords words = asked.words();
        ZoneId zone = asked.phrases().atSite().zone();
        out.write(MARK);
        line(
                out,
                List.of(COLUMNS).stream()
                        .map(column -> text(words.text("log.csv." + column, zone.getId())))
                        .toList());
        try {
            log.each(asked.filter().readings(asked.storeId(), asked.phrases().zone()), (sensor, reading) -> {
                try {
                    line(out, values(asked, words, zone, sensor, reading));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        }
    }

    private static List<String> values(
            Scene asked, MonitoringWords words, ZoneId zone, Sensor sensor, LoggedReading reading) {
        return List.of(
                text(sensor.name()),
                text(sensor.address()),
                text(reading.locationId() == null ? "" : asked.place(reading.locationId())),
                zone.getId(),
                TIME.format(reading.takenAt().atZone(zone)),
                reading.temperature().toPlainString(),
                reading.breachId() == null ? "" : text(reading.breachId()),
                reading.doubt() == null ? "" : text(words.doubt(reading.doubt())));
    }

    private static void line(Writer out, List<String> values) throws IOException {
        out.write(values.stream().collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String text(String value) {
        boolean formula = !value.isEmpty() && BEGINS_A_FORMULA.indexOf(value.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
    }
}
