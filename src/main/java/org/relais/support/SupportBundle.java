package org.relais.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.relais.language.Wordbook;
import org.relais.site.Site;
import org.relais.site.SiteSettings;
import org.relais.vocabulary.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Everything that the support team asks for first, in one ZIP file, without secrets and without records. It is written while it
 * is sent, so it needs no room on the disk; what cannot be read leaves a note in its place.
 */
@Component
public class SupportBundle {

    private static final Logger log = LoggerFactory.getLogger(SupportBundle.class);

    /** Of the logs, in characters: about 3 MB once they are compressed. */
    private static final long MOST_LOG = 40_000_000;

    private static final int LONGEST_LINE = 16_000;
    private static final int LONGEST_NAME = 40;
    private static final String README = "README.txt";
    private static final String LOGS = "logs/";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final List<Part> parts;
    private final LogFiles logs;
    private final KnownSecrets secrets;
    private final Site site;
    private final Wordbook words;
    private final Clock clock;

    SupportBundle(List<Part> parts, LogFiles logs, KnownSecrets secrets, Site site, Wordbook words, Clock clock) {
        this.parts = parts;
        this.logs = logs;
        this.secrets = secrets;
        this.site = site;
        this.words = words;
        this.clock = clock;
    }

    /** A name for the file: the site's name, in letters that every system takes, and the time. */
    public String fileName() {
        String plain = Normalizer.normalize(siteName(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = Texts.cut(plain, LONGEST_NAME);
        return "relais-" + (cut.isEmpty() ? "site" : cut) + "-" + STAMP.format(clock.instant()) + ".zip";
    }

    private String siteName() {
        try {
            return site.settings().map(SiteSettings::name).orElse("");
        } catch (DataAccessException unreachable) {
            return "";
        }
    }

    /**
     * Writes the support file. Whoever calls sees to it that an administrator gets it.
     *
     * @param target is left open
     * @param language of the README in it
     * @throws IOException when the target takes no more
     */
    public void write(OutputStream target, Locale language) throws IOException {
        Redaction redaction = new Redaction(secrets.all());
        ZipOutputStream zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        entry(zip, README, readme(language));
        for (Part part : parts) {
            entry(zip, part.file(), redaction.of(content(part)));
        }
        writeLogs(zip, redaction);
        zip.finish();
        zip.flush();
    }

    private String readme(Locale language) {
        StringBuilder text = new StringBuilder();
        text.append(words.text(
                "support.readme.title",
                language,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
        text.append("\n\n");
        for (Part part : parts) {
            line(text, part.file(), "support.part." + part.file().replaceAll("\\..*", ""), language);
        }
        line(text, LOGS, "support.part.logs", language);
        text.append("\n").append(words.text("support.readme.secrets", language)).append("\n");
        // For the plainest of editors.
        return text.toString().replace("\n", "\r\n");
    }

    private void line(StringBuilder text, String file, String key, Locale language) {
        text.append("- ")
                .append(file)
                .append(" – ")
                .append(words.text(key, language))
                .append("\n");
    }

    private static String content(Part part) {
        StringWriter content = new StringWriter();
        try {
            part.write(content);
        } catch (IOException | RuntimeException unreadable) {
            log.warn("The support bundle does without {}", part.file(), unreadable);
            content.write("\nThis could not be read: " + unreadable + "\n");
        }
        return content.toString();
    }

    private void writeLogs(ZipOutputStream zip, Redaction redaction) throws IOException {
        long left = MOST_LOG;
        for (LogFiles.LogFile file : logs.newestFirst()) {
            if (left <= 0) {
                return;
            }
            Reader opened;
            try {
                opened = file.open();
            } catch (IOException gone) {
                log.debug("A log file went away meanwhile", gone);
                continue;
            }
            try (BufferedReader reader = new BufferedReader(opened)) {
                zip.putNextEntry(timed(LOGS + file.name(), clock.instant()));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
                left = copy(reader, out, redaction, left);
                out.flush();
                zip.closeEntry();
            }
        }
    }

    /** Returns how many characters of logs may still follow. */
    private static long copy(BufferedReader log, Writer out, Redaction redaction, long most) throws IOException {
        long left = most;
        String line;
        while (left > 0 && (line = log.readLine()) != null) {
            String shown = redaction.of(Texts.excerpt(line, LONGEST_LINE));
            out.write(shown);
            out.write('\n');
            left -= shown.length() + 1;
        }
        return left;
    }

    private void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(timed(name, clock.instant()));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static ZipEntry timed(String name, Instant time) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time.toEpochMilli());
        return entry;
    }
}
