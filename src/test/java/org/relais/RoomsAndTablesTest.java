package org.relais;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A room's SQL names only its own tables and views: what it wants of another room's, it asks that room for in Java. */
class RoomsAndTablesTest {

    private static final Map<String, Set<String>> TABLES = Map.of(
            "record",
            Set.of(
                    "announced",
                    "awaited",
                    "catalogue_seen",
                    "channel_cursor",
                    "content",
                    "inbox",
                    "name_view",
                    "outbox",
                    "projection",
                    "record",
                    "record_entry",
                    "record_gate",
                    "record_merge",
                    "record_reference",
                    "store_renewal",
                    "store_view"),
            "backup",
            Set.of("backup_attempt"),
            "coldchain",
            Set.of(
                    "breach",
                    "phone",
                    "quarantine",
                    "reading",
                    "sensor",
                    "sensor_phone",
                    "server_life",
                    "vaccine_store"),
            "locations",
            Set.of("location", "location_type"),
            "people",
            Set.of("account", "account_permission", "account_store"),
            "run",
            Set.of("run_sameness", "run_sameness_table", "sync_run", "sync_step"),
            "settings",
            Set.of("setting"),
            "site",
            Set.of("site"),
            "tokens",
            Set.of("api_token"),
            "visits",
            Set.of("visit"));

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "relais");
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"\\R.*?(?<!\\\\)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:from|join|into|update|table)\\s+`?([a-z_]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAPPED =
            Pattern.compile("@(?:Collection|Join|Secondary)?Table\\(name = \"([a-z_]+)\"");
    private static final Pattern MADE =
            Pattern.compile("create (?:or replace )?(?:table|view) (?:if not exists )?`?([a-z_]+)");
    private static final Pattern DROPPED = Pattern.compile("drop (?:table|view) (?:if exists )?`?([a-z_]+)");

    @Test
    void sqlNamesOnlyTheTablesOfItsOwnRoom() {
        List<String> reaches = new ArrayList<>();
        for (Path source : files(SOURCES, ".java")) {
            String room = SOURCES.relativize(source).getName(0).toString();
            named(read(source)).stream()
                    .filter(table -> !TABLES.getOrDefault(room, Set.of()).contains(table))
                    .filter(table -> TABLES.values().stream().anyMatch(tables -> tables.contains(table)))
                    .forEach(table -> reaches.add(source.getFileName() + " names " + table));
        }
        assertThat(reaches).isEmpty();
    }

    @Test
    void everyTableHasARoom() {
        Set<String> made = new TreeSet<>();
        for (Path migration : migrations()) {
            made.addAll(all(MADE, read(migration)));
            made.removeAll(all(DROPPED, read(migration)));
        }
        Set<String> known = new TreeSet<>();
        TABLES.values().forEach(known::addAll);
        assertThat(known).isEqualTo(made);
    }

    private static Set<String> named(String source) {
        Set<String> tables = new TreeSet<>();
        Matcher literal = LITERAL.matcher(source);
        while (literal.find()) {
            tables.addAll(all(NAMED, literal.group()));
        }
        tables.addAll(all(MAPPED, source));
        return tables;
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.add(found.group(1).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** In the order in which they are carried out. */
    private static List<Path> migrations() {
        return files(MIGRATIONS, ".sql").stream()
                .sorted(Comparator.comparingInt(
                        file -> Integer.parseInt(file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1"))))
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
