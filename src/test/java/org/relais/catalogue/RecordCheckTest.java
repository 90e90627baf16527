package org.relais.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCheckTest {

    private static final RecordTypes TYPES = RecordTypes.load();

    private static final String LOCATION = """
            {"ID":"l","Description":"Frigo","code":"F1","hold":false,"store_ID":"s","type_ID":"","Volume":1.5,"Colour":7}""";

    @Test
    void tellsStoreAndReferences() {
        CheckedRecord checked = type("Location").check(LOCATION);

        assertThat(checked)
                .isEqualTo(new CheckedRecord("s", List.of(), List.of("s"), Arrays.asList("s", null), List.of()));
    }

    @Test
    void givesReferencesInTheirOrderWithGapsWhereThereIsNone() {
        RecordType sensor = type("sensor");
        CheckedRecord checked = sensor.check("""
                {"ID":"x","name":"n","macAddress":"m","locationID":"","storeID":"s","is_active":true,
                 "lastConnectionDate":null,"lastConnectionTime":0,"om_last_connection_datetime":null}""");

        assertThat(sensor.blockingReferences()).extracting(Reference::field).containsExactly("locationID", "storeID");
        assertThat(checked.references()).containsExactly(null, "s");
        assertThat(checked.storeId()).isEqualTo("s");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "code":"F1"      | "code":null            | NULL_FIELD      | code
                    "code":"F1",     | ''                     | MISSING_FIELD   | code
                    "code":"F1"      | "code":1               | WRONG_TYPE      | code
                    "code":"F1"      | "code":"F1","code":"2" | REPEATED_FIELD  | code
                    "hold":false     | "hold":"false"         | WRONG_TYPE      | hold
                    "Volume":1.5     | "Volume":"1.5"         | WRONG_TYPE      | Volume
                    "Volume":1.5     | "Volume":1e400         | WRONG_TYPE      | Volume
                    "Volume":1.5     | "Volume":[1.5]         | WRONG_TYPE      | Volume
                    "code":"F1"      | "code":["F1"]          | WRONG_TYPE      | code
                    "code":"F1"      | "code":{"a":"F1"}      | WRONG_TYPE      | code
                    "hold":false     | "hold":[]              | WRONG_TYPE      | hold
                    "store_ID":"s"   | "store_ID":""          | EMPTY_REFERENCE | store_ID
                    "type_ID":"",    | ''                     | MISSING_FIELD   | type_ID
                    "Volume":1.5     | "Volume":              | BROKEN_JSON     | ''
                    """)
    void namesWhatIsWrong(String right, String wrong, ProblemKind kind, String field) {
        assertThat(type("Location").check(LOCATION.replace(right, wrong)).problems())
                .extracting(Problem::kind, Problem::field)
                .containsExactly(tuple(kind, field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "\"x\"", "{", "{}x", "{\"a\":1}{}", "\u0000", "{\"a\":\"\u0001\"}"})
    void neverFails(String text) {
        assertThat(type("Location").check(text).isValid()).isFalse();
    }

    @Test
    void neverFailsOnAbsurdities() {
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String longNumber = LOCATION.replace("1.5", "1".repeat(5_000));

        assertThat(type("Location").check(deep).problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.BROKEN_JSON);
        assertThat(type("Location").check(longNumber).problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.BROKEN_JSON);
        assertThat(type("Location")
                        .check(LOCATION.replace("Frigo", "\\ud800 \\u0000"))
                        .isValid())
                .isTrue();
    }

    @Test
    void keepsAStoreOfAnyModeAndWithoutName() {
        assertThat(type("store").check("""
                                {"ID":"s","name_ID":"","code":"HIS","sync_id_remote_site":1,"logo":"","store_mode":"his",
                                 "created_date":"0000-00-00","disabled":false}""").problems()).isEmpty();
    }

    @Test
    void leavesPreferencesThatAreNotAStoresUnchecked() {
        assertThat(type("pref").check("{\"item\":\"other\",\"data\":7}").isValid())
                .isTrue();
        assertThat(type("pref")
                        .check("{\"item\":\"store_preferences\",\"data\":7}")
                        .isValid())
                .isFalse();
    }

    @Test
    void leavesPropertiesOfTheOtherServerUnchecked() {
        assertThat(type("property").check("{\"ID\":\"x\"}").isValid()).isTrue();
        assertThat(type("property").check("{\"id\":\"x\"}").isValid()).isFalse();
    }

    @Test
    void wantsAStartOfABreach() {
        String breach = """
                {"ID":"b","duration":1,"type":"EXCURSION","sensor_ID":"s","location_ID":null,"store_ID":"s",
                 "start_date":"","start_time":0,"end_date":null,"end_time":"late","acknowledged":true,
                 "threshold_minimum_temperature":2,"threshold_maximum_temperature":8,"threshold_duration":3,
                 "om_end_datetime":null,"om_start_datetime":"","om_comment":null}""";
        RecordType type = type("temperature_breach");

        assertThat(type.check(breach).problems()).extracting(Problem::field).containsExactly("om_start_datetime");
        assertThat(type.check(breach.replace("\"start_date\":\"\"", "\"start_date\":\"2024-02-29\""))
                        .isValid())
                .isTrue();
    }

    @Test
    void wantsTheSettingsOfAProgram() {
        String list =
                "{\"ID\":\"l\",\"description\":\"\",\"code\":\"\",\"note\":\"\",\"isProgram\":%s,\"programSettings\":%s}";
        RecordType type = type("list_master");

        assertThat(type.check(list.formatted("false", "null")).isValid()).isTrue();
        assertThat(type.check(list.formatted("true", "{}")).problems())
                .extracting(Problem::field)
                .containsExactly("programSettings");
        String settings = "{\"storeTags\":{\"Any tag\":{\"periodScheduleName\":%s,\"orderTypes\":[]}}}";
        assertThat(type.check(list.formatted("true", settings.formatted("\"Monthly\"")))
                        .isValid())
                .isTrue();
        assertThat(type.check(list.formatted("true", settings.formatted("1"))).isValid())
                .isFalse();
    }

    @Test
    void doesNotWaitForWhatIsAlwaysThere() {
        Vector shipment = Vector.ALL.stream()
                .filter(vector -> vector.isPull() && vector.json().contains("missing_program"))
                .findFirst()
                .orElseThrow();

        assertThat(type("transact").check(shipment.json()).references()).doesNotContain("missing_program");
    }

    private static RecordType type(String table) {
        return TYPES.byTable(table).orElseThrow();
    }
}
