package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Titles of sample records, with the other records of the samples to look names up in. */
class RecordTitleTest {

    private static final Path EXPECTED = Path.of("src/test/resources/titles.txt");
    private static final RecordTypes TYPES = RecordTypes.load();
    private static final Map<RecordKey, String> SAMPLES = samples();

    /** Shows what was taken for what. */
    private static final TitleWriting MARKED = new TitleWriting() {

        @Override
        public String day(LocalDate day) {
            return "day " + day;
        }

        @Override
        public String moment(Instant moment) {
            return "moment " + moment;
        }

        @Override
        public String decimal(BigDecimal number) {
            return "decimal " + number;
        }
    };

    private static Map<RecordKey, String> samples() {
        Map<RecordKey, String> samples = new HashMap<>();
        Vector.ALL.stream()
                .filter(vector -> vector.isPull() && !vector.isDelete())
                .forEach(vector -> samples.putIfAbsent(new RecordKey(vector.table(), vector.id()), vector.json()));
        return samples;
    }

    private static Optional<String> title(String table, String json) {
        return title(table, json, TitleWriting.OF_THE_WIRE);
    }

    private static Optional<String> title(String table, String json, TitleWriting writing) {
        return TYPES.byTable(table).orElseThrow().title(json, key -> Optional.ofNullable(SAMPLES.get(key)), writing);
    }

    static Stream<RecordType> types() {
        return TYPES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeOfTheCatalogueSaysWhatItsRecordsAreRecognisedBy(RecordType type) {
        assertThat(type.description().title()).isNotEmpty();
    }

    @Test
    void titlesForEverybodyShowNothingOfRecordsWhoseOwnTitlesAreNotForThem() {
        assertThat(TYPES.all().stream()
                        .filter(RecordType::titleIsForEverybody)
                        .flatMap(type -> type.description().title().stream())
                        .flatMap(field -> field.target().stream())
                        .map(target -> TYPES.byTable(target.table()).orElseThrow()))
                .isNotEmpty()
                .allMatch(RecordType::titleIsForEverybody);
        assertThat(TYPES.byTable("name").orElseThrow().titleIsForEverybody()).isFalse();
    }

    @Test
    void sampleRecordsHaveTheTitlesThatPeopleExpect() throws IOException {
        Map<String, String> titles = new TreeMap<>();
        SAMPLES.forEach((key, json) -> {
            if (TYPES.byTable(key.table()).isPresent()) {
                titles.put(key.toString(), title(key.table(), json).orElse("-"));
            }
        });

        assertThat(titles.entrySet().stream().map(title -> title.getKey() + ": " + title.getValue()))
                .containsExactlyElementsOf(Files.readAllLines(EXPECTED));
    }

    @Test
    void onlyTheOtherRecordsOwnKeysAreShown() {
        Map<RecordKey, String> records = Map.of(
                new RecordKey("store", "s"), "{\"code\":\"S1\",\"name_ID\":\"n\"}",
                new RecordKey("name", "n"), "{\"code\":\"N1\",\"name\":\"Dépôt\"}");
        RecordLookup lookup = key -> Optional.ofNullable(records.get(key));

        assertThat(TYPES.byTable("name_store_join")
                        .orElseThrow()
                        .title("{\"store_ID\":\"s\",\"name_ID\":\"n\"}", lookup, MARKED))
                .contains("N1 · Dépôt · S1");
        assertThat(TYPES.byTable("store").orElseThrow().title("{\"code\":\"S1\",\"name_ID\":\"n\"}", lookup, MARKED))
                .contains("S1 · N1 · Dépôt");
        assertThat(TYPES.byTable("store").orElseThrow().title("{\"code\":\"S1\",\"name_ID\":\"gone\"}", lookup, MARKED))
                .contains("S1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"code\":\" A\\n\\u0000\\t1 \",\"Description\":\"\"} | A 1",
                "{\"code\":\"A\\ud800B\",\"Description\":\"😀\"} | A B · 😀",
                "{\"code\":12345678901234567890.10,\"Description\":null} | 12345678901234567890.10",
                "{\"code\":{\"a\":1},\"Description\":[2]} | -",
                "{\"code\":\"first\",\"code\":\"last\"} | last",
                "{} | -",
                "[] | -",
                "{\"code\": | -",
            })
    void oddTextsHaveTitlesThatCanBeShown(String json, String expected) {
        assertThat(title("Location", json).orElse("-")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "temperature_log | {\"om_datetime\":\"2026-11-29T14:54:00\",\"temperature\":4.50} | moment 2026-11-29T14:54:00Z · decimal 4.50",
                "temperature_log | {\"om_datetime\":\"2026-11-29 14:54:00.250Z\",\"temperature\":-4} | moment 2026-11-29T14:54:00.250Z · -4",
                "temperature_log | {\"om_datetime\":\"2026-11-29\",\"temperature\":\"4.5\"} | day 2026-11-29 · decimal 4.5",
                "temperature_log | {\"om_datetime\":\"yesterday\",\"temperature\":\"4.5.1\"} | yesterday · 4.5.1",
                "temperature_log | {\"temperature\":1.5E999999999} | 1.5E999999999",
                "temperature_log | {\"temperature\":1.5E-999999999} | 1.5E-999999999",
                "vaccination | {\"vaccination_date\":\"2026-02-28T00:00:00\"} | day 2026-02-28",
                "vaccination | {\"vaccination_date\":\"2026-02-30\"} | 2026-02-30",
                "vaccination | {\"vaccination_date\":\"2026\"} | 2026",
            })
    void datesAndNumbersAreWrittenForTheReaderAndOddOnesAsTheyAre(String table, String json, String expected) {
        assertThat(title(table, json, MARKED)).contains(expected);
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertThat(title("Location", "{\"code\":\"" + "😀".repeat(500) + "\"}")).contains("😀".repeat(119) + "…");
    }

    @Property
    void everyTextHasATitleOrNone(@ForAll String text) {
        title("Location", text).ifPresent(title -> assertThat(title).isNotBlank());
        title("Location", "{\"code\":" + JsonCopy.quoted(text) + "}").ifPresent(title -> assertThat(title)
                .doesNotContainPattern("[\\p{Cc}\\p{Cs}]")
                .isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[nmae] | line 8: there is no field \"nmae\"",
                "[parts] | line 8: \"parts\" is no text, number, date or time of the record itself",
                "[parts.one] | line 8: \"parts.one\" is no text, number, date or time of the record itself",
                "[other] | line 12: the title of b has nothing of its own to show",
            })
    void wrongTitleEndsTheStartWithItsLine(String title, String message) {
        assertThatThrownBy(() -> RecordTypes.read("""
                types:
                  - table: b
                    channels: []
                    deletion: hard
                    fields:
                      ID: {type: text, presence: required}
                  - table: a
                    title: %s
                    channels: []
                    deletion: hard
                    fields:
                      other: {type: text, presence: required, refers: {to: b, missing: kept}}
                      parts: {type: object, presence: optional, fields: {one: {type: text, presence: required}}}
                """.formatted(title)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }
}
