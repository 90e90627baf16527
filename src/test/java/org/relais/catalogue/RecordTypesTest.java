package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTypesTest {

    private static final RecordTypes TYPES = RecordTypes.load();

    @Test
    void ordersTablesAsARealSiteDoes() throws IOException {
        List<Set<String>> expected = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/integration-levels.txt"))) {
            if (!line.startsWith("#")) {
                expected.add(Set.of(line.split(" ")));
            }
        }

        List<Set<String>> levels = new ArrayList<>();
        for (Set<String> level : TYPES.levels()) {
            Set<String> comingIn = new HashSet<>(level);
            comingIn.removeIf(table -> neverIntegrated(TYPES.byTable(table).orElseThrow()));
            levels.add(comingIn);
        }
        assertThat(levels).isEqualTo(expected);
    }

    /** Copies that the Open mSupply central server writes for the other one: no site receives or sends them. */
    private static boolean neverIntegrated(RecordType type) {
        return type.channels().isEmpty() && type.pushedTo().isEmpty();
    }

    @Test
    void keepsTheCaseOfTables() {
        assertThat(TYPES.byTable("Location")).isPresent();
        assertThat(TYPES.byTable("location")).isEmpty();
        assertThat(TYPES.all()).hasSize(98);
    }

    @Test
    void saysWhatARecordWaitsFor() {
        RecordType stockLine = TYPES.byTable("item_line").orElseThrow();
        assertThat(stockLine.blockingReferences())
                .contains(new Reference("store_ID", "store", false), new Reference("name_ID", "name", true));
        assertThat(stockLine.ownerStore()).contains(new OwnerStore.OwnField("store_ID"));
        assertThat(stockLine.deletionsPushedTo()).containsExactly(CentralServer.LEGACY);
        assertThat(stockLine.deletion()).isEqualTo(Deletion.UNSUPPORTED);
    }

    private static final String GOOD = """
            types:
              - table: unit
                channels: [central]
                after: []
                deletion: soft
                fields:
                  ID: {type: text, presence: required}
              - table: item
                channels: [central]
                after: [unit]
                deletion: soft
                fields:
                  ID: {type: text, presence: required}
                  unit_ID: {type: text, presence: required, refers: {to: unit, missing: waits}}
            """;

    @Test
    void readsADescription() {
        assertThat(RecordTypes.read(GOOD).levels()).containsExactly(Set.of("unit"), Set.of("item"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    type: text           | type: txt                       | line 7: unknown word "txt"
                    deletion: soft       | deletion: maybe                 | line 5: unknown word "maybe"
                    - table: item        | - table: unit                   | line 8: a second entry for table unit
                    refers: {to: unit    | refers: {to: units              | line 14: there is no table "units"
                    after: [unit]        | after: [units]                  | line 8: there is no table "units"
                    after: []            | after: [item]                   | line 2: a circle of tables
                    presence: required}  | presence: required, sent: never} | line 7: sent: the type is not sent
                    presence: required}  | presence: required, colour: red} | line 7: unknown key "colour"
                    presence: required}  | presence: required, values: [a]} | line 7: an enum has values
                    presence: required}  | presence: required, zero: unset} | line 7: zero: only a number can be 0
                    presence: required}  | presence: maybe}                | line 7: unknown word "maybe"
                    deletion: soft       | deletion: soft, x               | line 5: unknown word "soft, x"
                    deletion: soft       | owner: {field: store_ID}        | line 5: there is no field "store_ID"
                    channels: [central]       | push: {to: [legacy], rule: None} | line 3: there is no push rule "None"
                    channels: [central]       | push: {to: []}                  | line 3: sent to no server
                    channels: [central]  | channels: [mail]                | line 3: a channel is central
                    channels: [central]  | channels: [central              | line 4:
                    missing: waits       | missing: perhaps                | line 14: missing is waits or kept
                    unit_ID:             | ID:                             | line 14: "ID" is there twice
                    """)
    void namesTheLineOfAMistake(String right, String wrong, String message) {
        String yaml = GOOD.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        assertThatIllegalStateException()
                .isThrownBy(() -> RecordTypes.read(yaml))
                .withMessageStartingWith("record-types.yaml, " + message);
    }
}
