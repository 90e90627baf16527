package org.relais.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Reference;
import org.relais.demo.district.District;
import org.relais.demo.district.Series;

/** The demonstration's records: valid to the last reference, the same from the same seed, as many as asked for. */
class DistrictTest {
    private static final int FIRST_SITE = 2;
    private static final RecordTypes TYPES = RecordTypes.load();

    /** What an Open mSupply site keeps unique beside ids (2.15 to 2.20), in the words of the records; it refuses a second one. */
    private static final Map<String, List<String>> UNIQUE = Map.of(
            "asset_class", List.of("name"),
            "asset_category", List.of("class_id", "name"),
            "asset_catalogue_type", List.of("category_id", "name"),
            "asset_catalogue_item", List.of("code"),
            "asset_internal_location", List.of("location_id"),
            "barcode", List.of("barcode"));

    /** Such a site holds these before it synchronises: the codes of WHO's catalogue of cold chain equipment, and one class. */
    private static final String CODE_OF_WHO = "E\\d{3}/.*";

    private static final String CLASS_OF_EVERY_SITE = "Cold chain equipment";

    private static District district;

    @BeforeAll
    static void make() {
        district = new District(2026, 25_000);
    }

    @Test
    void breaksNoRuleOfTheCatalogue() {
        Map<String, String> broken = new LinkedHashMap<>();
        for (Series series : all(district)) {
            RecordType type = TYPES.byTable(series.table()).orElseThrow();
            for (long index = 0; index < series.count(); index++) {
                var checked = type.check(series.data(index));
                if (!checked.isValid()) {
                    broken.putIfAbsent(series.key(), checked.problems() + " in " + series.data(index));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void hasTheRecordBehindEveryReference() {
        Set<String> known = new HashSet<>();
        all(district).forEach(series -> {
            for (long index = 0; index < series.count(); index++) {
                known.add(series.table() + '/' + series.id(index));
            }
        });
        Map<String, String> dangling = new LinkedHashMap<>();
        for (Series series : all(district)) {
            RecordType type = TYPES.byTable(series.table()).orElseThrow();
            for (long index = 0; index < series.count(); index++) {
                Json.Fields record = Json.object(series.data(index));
                for (Reference reference : type.references()) {
                    String id = record.node()
                            .at('/' + reference.field().replace('.', '/'))
                            .asString("");
                    if (!id.isEmpty() && !known.contains(reference.table() + '/' + id)) {
                        dangling.putIfAbsent(
                                series.key() + '.' + reference.field() + " -> " + reference.table(),
                                id + " of " + index);
                    }
                }
            }
        }
        assertThat(dangling).isEmpty();
    }

    @Test
    void givesEveryRecordAnIdOfItsOwn() {
        Set<String> ids = new HashSet<>();
        long records = 0;
        for (Series series : all(district)) {
            for (long index = 0; index < series.count(); index++) {
                ids.add(series.table() + '/' + series.id(index));
                records++;
            }
        }
        assertThat(ids).hasSize((int) records);
    }

    @Test
    void writesTheIdIntoTheRecord() {
        for (Series series : all(district)) {
            Json.Fields record = Json.object(series.data(0));
            assertThat(record.text(record.node().has("ID") ? "ID" : "id"))
                    .as(series.key())
                    .isEqualTo(series.id(0));
        }
    }

    @Test
    void coversMostOfTheTablesThatServersSend() {
        Set<String> sent = new HashSet<>();
        all(district).forEach(series -> sent.add(series.table()));
        Set<String> missing = new HashSet<>();
        TYPES.all().stream()
                .filter(type -> !type.channels().isEmpty() && !sent.contains(type.table()))
                .forEach(type -> missing.add(type.table()));
        // a vaccination hangs on an encounter, which is made from a document of a program that the demonstration does
        // not have
        assertThat(missing).containsExactly("vaccination");
    }

    @Test
    void isTheSameFromTheSameSeedAndAnotherFromAnother() {
        District same = new District(2026, 25_000);
        District other = new District(7, 25_000);
        for (String key : List.of("item", "facility", "list_master_line")) {
            Series series = district.series(key);
            assertThat(same.series(key).data(17)).isEqualTo(series.data(17));
            assertThat(other.series(key).id(17)).isNotEqualTo(series.id(17));
        }
        assertThat(same.series(FIRST_SITE, "item_line").data(99))
                .isEqualTo(district.series(FIRST_SITE, "item_line").data(99));
    }

    @Test
    void hasAsManyRecordsAsAskedForInTwoHalves() {
        for (long records : List.of(District.FEWEST_RECORDS, 25_000, 250_000, 1_000_000).stream()
                .map(Number::longValue)
                .toList()) {
            District sized = new District(1, records);
            long central = count(sized.central()) + sized.lastCentralChanges().size();
            long own = count(sized.queue(FIRST_SITE)) + count(sized.open(FIRST_SITE)) + count(sized.open());
            assertThat(central).isEqualTo(records / 2);
            assertThat(own).isEqualTo(records - records / 2);
            assertThat(all(sized)).allMatch(series -> series.count() > 0);
        }
        assertThat(district.series("item").count()).isEqualTo(1_500);
        assertThat(district.series("store").count()).isEqualTo(20);
    }

    @Test
    void keepsPairsApartAtEverySize() {
        District large = new District(1, 200_000);
        Series lines = large.series("list_master_line");
        Set<String> pairs = new HashSet<>();
        for (long index = 0; index < lines.count(); index++) {
            String data = lines.data(index);
            pairs.add(data.substring(data.indexOf("item_master_ID"), data.indexOf("\"price\"")));
        }
        assertThat(pairs).hasSize((int) lines.count());
    }

    @ParameterizedTest
    @ValueSource(longs = {5_000, 25_000, 1_000_000})
    void bringsNothingThatARealSiteWouldRefuseAsItsSecond(long records) {
        District sized = new District(2026, records);
        for (int site : sized.sites()) {
            Map<List<String>, Long> found = ofSite(sized, site).stream()
                    .filter(series -> UNIQUE.containsKey(series.table()))
                    .flatMap(series -> LongStream.range(0, series.count()).mapToObj(index -> uniqueIn(series, index)))
                    .collect(Collectors.groupingBy(key -> key, Collectors.counting()));

            assertThat(found.keySet().stream().map(List::getFirst).distinct())
                    .containsExactlyInAnyOrderElementsOf(UNIQUE.keySet());
            assertThat(found).allSatisfy((key, times) -> assertThat(times).isOne());
            assertThat(found.keySet())
                    .noneMatch(key -> key.getFirst().equals("asset_catalogue_item")
                            && key.getLast().matches(CODE_OF_WHO))
                    .doesNotContain(List.of("asset_class", CLASS_OF_EVERY_SITE));
        }
    }

    @Test
    void refusesASizeOutOfRange() {
        assertThatThrownBy(() -> new District(1, 10)).hasMessageContaining("relais.demo.records is 10, allowed are");
    }

    private static List<String> uniqueIn(Series series, long index) {
        Json.Fields record = Json.object(series.data(index));
        return Stream.concat(
                        Stream.of(series.table()),
                        UNIQUE.get(series.table()).stream().map(record::text))
                .toList();
    }

    /** What one site gets. */
    private static List<Series> ofSite(District district, int site) {
        return Stream.of(district.central(), district.queue(site), district.open(), district.open(site))
                .flatMap(List::stream)
                .toList();
    }

    static List<Series> all(District district) {
        List<Series> all = new ArrayList<>(district.central());
        for (int site : district.sites()) {
            all.addAll(district.queue(site));
            all.addAll(district.open(site));
        }
        all.addAll(district.open());
        return all;
    }

    private static long count(List<Series> series) {
        return series.stream().mapToLong(Series::count).sum();
    }
}
