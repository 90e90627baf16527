package org.relais.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relais.vocabulary.Texts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.logging.LogLevel;
import org.springframework.stereotype.Component;

/** The file that the server writes its log to. Of it, only the end is read, however large it is. */
@Component
public class LogFile {

    /** So many entries are shown at most, the last ones. */
    public static final int MOST = 200;

    /** So much of the file is read at most. */
    static final int END = 1 << 20;

    /** So much is shown of one entry at most, in characters: a failure's first frames are in it. */
    static final int LONGEST = 4000;

    private static final Pattern BEGINNING = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\dT\\S+)\\s+(TRACE|DEBUG|INFO|WARN|ERROR)\\s.{0,200}?\\] (\\S{1,200}) *: (.*)",
            Pattern.DOTALL);

    /** What cannot be seen, or turns what stands around it: escapes for terminals, directions of writing. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n\\t]]");

    private final Path path;

    @Autowired
    LogFile(@Value("${logging.file.name}") String name) {
        this(Path.of(name));
    }

    LogFile(Path path) {
        this.path = path;
    }

    /** Where it is; it may not be there. */
    public Path path() {
        return path;
    }

    /** Its size in bytes, 0 when there is none: another size says that something was written. */
    public long size() {
        return path.toFile().length();
    }

    /** The last entries that a filter lets through, the newest first; none when there is no file. */
    public List<LogLine> last(LogFilter filter) {
        List<LogLine> found = entries().stream().filter(filter::lets).toList();
        return found.subList(Math.max(0, found.size() - MOST), found.size()).reversed();
    }

    private List<LogLine> entries() {
        List<LogLine> entries = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        for (String whole : end().split("\\R")) {
            String line = Texts.excerpt(whole, LONGEST);
            if (BEGINNING.matcher(line).matches()) {
                add(entry, entries);
            }
            // What is beyond its length is not shown, so it need not be kept.
            if (entry.length() <= LONGEST) {
                entry.append(entry.isEmpty() ? "" : "\n").append(line);
            }
        }
        add(entry, entries);
        return entries;
    }

    private static void add(StringBuilder entry, List<LogLine> entries) {
        if (!entry.isEmpty()) {
            entries.add(line(entry.toString()));
            entry.setLength(0);
        }
    }

    private static LogLine line(String entry) {
        Matcher beginning = BEGINNING.matcher(entry);
        return beginning.matches()
                ? new LogLine(
                        beginning.group(1),
                        LogLevel.valueOf(beginning.group(2)),
                        seen(beginning.group(3)),
                        seen(beginning.group(4)))
                : new LogLine("", LogLevel.OFF, "", seen(entry));
    }

    private static String seen(String text) {
        return Texts.excerpt(UNSEEN.matcher(text).replaceAll("\uFFFD"), LONGEST);
    }

    private String end() {
        if (!exists()) {
            return "";
        }
        try (FileChannel file = FileChannel.open(path)) {
            long size = file.size();
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(END, size));
            int read = 0;
            for (long at = size - end.capacity(); end.hasRemaining() && read >= 0; at += Math.max(0, read)) {
                read = file.read(end, at);
            }
            String text = StandardCharsets.UTF_8.decode(end.flip()).toString();
            return size > END ? text.substring(text.indexOf('\n') + 1) : text;
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.isRegularFile(path);
    }
}
