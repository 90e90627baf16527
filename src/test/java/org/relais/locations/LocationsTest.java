package org.relais.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.catalogue.CentralServer;
import org.relais.catalogue.LinkResolver;
import org.relais.catalogue.RecordLookup;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.Rendering;
import org.relais.locations.LocationQuery.Order;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.testing.SeededSite;
import org.relais.vocabulary.Invalid;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class LocationsTest extends SeededSite {

    private static final LocationDraft SHELF = draft("A-1", "Étagère");

    @Autowired
    private Locations locations;

    @Autowired
    private RecordTypes types;

    private String store;
    private String fridge;

    @BeforeEach
    void aStore() {
        signIn();
        store = newStore("Centre de santé");
        fridge = newId();
        keep("Location_type", fridge, null, """
                {"ID":"%s","Description":"Réfrigérateur","Temperature_min":2,"Temperature_max":8.5}""".formatted(fridge));
    }

    @Test
    void newLocationIsACompleteRecordThatWaitsToBeSent() {
        String id =
                locations.add(store, new LocationDraft(" F 1 ", "\"Frigo\" <b>", fridge, new BigDecimal("1.50"), true));

        assertThat(stored("Location", id)).isEqualTo("""
                {"ID":"%s","code":"F 1","Description":"\\"Frigo\\" <b>","Volume":1.5,"type_ID":"%s",\
                "store_ID":"%s","hold":true}""".formatted(id, fridge, store));
        assertThat(type().check(stored("Location", id)).problems()).isEmpty();
        assertThat(rendered(id)).isInstanceOf(Rendering.Send.class);
        Location found = locations.find(id).orElseThrow();
        assertThat(found.waiting()).isTrue();
        assertThat(found.type().temperatureMax()).isEqualByComparingTo("8.5");

        everythingIsSent();
        assertThat(locations.find(id).orElseThrow().waiting()).isFalse();
    }

    @Test
    void changeKeepsWhatTheFormDoesNotKnow() {
        String id = arrived("Red.02", "\"Volume\": 1.2300 , \"charge code\":\"é\", \"priority\":3");

        locations.change(
                locations.find(id).orElseThrow(),
                new LocationDraft("Red.03", "Rouge", null, new BigDecimal("1.23"), false));

        assertThat(stored("Location", id))
                .contains("\"Volume\": 1.2300 , \"charge code\":\"é\", \"priority\":3")
                .contains("\"code\":\"Red.03\"");
    }

    @Test
    void nothingWaitsWhenNothingIsDifferent() {
        String id = arrived("Red.02", "\"Volume\":1.0");
        Location location = locations.find(id).orElseThrow();

        locations.change(location, location.draft());

        assertThat(locations.find(id).orElseThrow().waiting()).isFalse();
    }

    @Test
    void whatCameLikeThatFromTheNetworkMayStay() {
        String id = arrived("A code longer than twenty characters", "\"Volume\":-1");
        Location location = locations.find(id).orElseThrow();

        locations.change(
                location, new LocationDraft(location.code(), location.description(), null, location.volume(), true));

        assertThat(locations.find(id).orElseThrow().onHold()).isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void wrongDraftIsNotStored(LocationDraft draft, LocationProblem problem) {
        locations.add(store, draft("taken", ""));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> locations.add(store, draft))
                .satisfies(invalid -> assertThat(invalid.problems()).containsExactly(problem));
        assertThat(locations.count(all())).isEqualTo(1);
    }

    static Stream<Arguments> wrongDraftIsNotStored() {
        BigDecimal one = BigDecimal.ONE;
        return Stream.of(
                arguments(draft("  ", ""), LocationProblem.CODE_EMPTY),
                arguments(draft("x".repeat(21), ""), LocationProblem.CODE_TOO_LONG),
                arguments(draft("TAKEN", ""), LocationProblem.CODE_TAKEN),
                arguments(draft("a", "x".repeat(101)), LocationProblem.DESCRIPTION_TOO_LONG),
                arguments(new LocationDraft("a", "", "no-such-type", one, false), LocationProblem.TYPE_UNKNOWN),
                arguments(new LocationDraft("a", "", null, null, false), LocationProblem.VOLUME_MISSING),
                arguments(new LocationDraft("a", "", null, one.negate(), false), LocationProblem.VOLUME_NEGATIVE),
                arguments(
                        new LocationDraft("a", "", null, new BigDecimal("1e400"), false),
                        LocationProblem.VOLUME_TOO_LARGE));
    }

    @Test
    void longestTextsAreTaken() {
        locations.add(store, draft("x".repeat(20), "y".repeat(100)));

        assertThat(locations.count(all())).isEqualTo(1);
    }

    @Test
    void sameCodeInAnotherStoreIsFine() {
        locations.add(store, SHELF);

        locations.add(newStore("Autre"), SHELF);
    }

    @Test
    void ofManyWhoTakeACodeAtOnceOneGetsIt() throws Exception {
        SignedInUser user = signIn();
        Callable<Boolean> taking = () -> {
            signIn(user);
            try {
                locations.add(store, SHELF);
                return true;
            } catch (Invalid taken) {
                return false;
            }
        };
        int winners = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            for (Future<Boolean> one : people.invokeAll(List.of(taking, taking, taking, taking, taking, taking))) {
                winners += one.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
    }

    @Test
    void changeOfSomebodyElseIsNotOverwritten() {
        String id = locations.add(store, SHELF);
        Location read = locations.find(id).orElseThrow();
        locations.change(read, draft("A-2", ""));

        assertThatThrownBy(() -> locations.change(read, draft("A-3", ""))).isInstanceOf(LocationChanged.class);
        assertThatThrownBy(() -> locations.delete(read)).isInstanceOf(LocationChanged.class);
        assertThat(locations.find(id).orElseThrow().code()).isEqualTo("A-2");
    }

    @Test
    void deletedLocationIsGoneAndItsDeletionWaits() {
        String id = locations.add(store, SHELF);
        everythingIsSent();

        locations.delete(locations.find(id).orElseThrow());

        assertThat(locations.find(id)).isEmpty();
        assertThat(jdbc.sql("select action from outbox where type = 'Location' and id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("DELETE");
    }

    @TestFactory
    Stream<DynamicTest> locationInUseStays() {
        List<DynamicTest> tests = types.all().stream()
                .flatMap(type -> type.references().stream()
                        .filter(reference -> reference.table().equals("Location"))
                        .map(reference -> dynamicTest(type.table(), () -> stays(type.table(), reference.field()))))
                .toList();
        assertThat(tests)
                .extracting(DynamicTest::getDisplayName)
                .containsExactlyInAnyOrder(
                        "item_store_join",
                        "location_movement",
                        "item_line",
                        "trans_line",
                        "Stock_take_lines",
                        "sensor",
                        "temperature_breach",
                        "temperature_log",
                        "Goods_received_line",
                        "asset_internal_location");
        return tests.stream();
    }

    private void stays(String table, String field) {
        String id = locations.add(store, draft(newId().substring(0, 20), ""));
        keep(table, newId(), store, "{\"note\":\"x\",\"%s\":\"%s\"}".formatted(field, id));

        assertThatExceptionOfType(LocationInUse.class)
                .isThrownBy(() -> locations.delete(locations.find(id).orElseThrow()))
                .satisfies(inUse -> assertThat(inUse.table()).isEqualTo(table));
    }

    /** Half a surrogate pair, or brackets within brackets, and MariaDB reads no further. */
    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\ud800\"", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void referenceIsFoundBehindWhatTheDatabaseCannotRead(String odd) {
        String id = locations.add(store, SHELF);
        keep("sensor", newId(), store, "{\"odd\":%s,\"locationID\":\"%s\"}".formatted(odd, id));

        assertThatThrownBy(() -> locations.delete(locations.find(id).orElseThrow()))
                .isInstanceOf(LocationInUse.class);
    }

    @Test
    void textThatOnlyMentionsTheIdIsNoReference() {
        String id = locations.add(store, SHELF);
        keep("sensor", newId(), store, "{\"name\":\"%s\",\"locationID\":\"\"}".formatted(id));

        locations.delete(locations.find(id).orElseThrow());

        assertThat(locations.find(id)).isEmpty();
    }

    @Test
    void searchTakesPartsInAnyCaseAndWithoutAccents() {
        locations.add(store, draft("A-1", "Étagère du haut"));
        locations.add(store, draft("B_1", "100%"));
        locations.add(store, draft("B-1", "Frigo"));

        assertThat(codes("etagere")).containsExactly("A-1");
        assertThat(codes("b_")).containsExactly("B_1");
        assertThat(codes("0%")).containsExactly("B_1");
        assertThat(codes("!")).isEmpty();
        assertThat(codes("-1")).containsExactly("A-1", "B-1");
    }

    @Test
    void pagesFollowTheOrder() {
        IntStream.range(0, 25)
                .forEach(i -> locations.add(store, draft("c%02d".formatted(i), "d%02d".formatted(99 - i))));
        LocationQuery byDescription = new LocationQuery(store, "", Order.DESCRIPTION, false);

        assertThat(locations.count(byDescription)).isEqualTo(25);
        assertThat(locations.list(byDescription, 2, 10))
                .extracting(Location::code)
                .containsExactly("c04", "c03", "c02", "c01", "c00");
    }

    @ParameterizedTest
    @CsvSource({
        "CODE, a B c d, d c B a",
        "DESCRIPTION, d B a c, c a B d",
        "TYPE, B d c a, a c B d",
        "VOLUME, B c a d, d a c B",
        "ON_HOLD, a d B c, B c a d",
    })
    void everyOrderIsThatOfItsColumn(Order order, String codes, String backwards) {
        String freezer = newId();
        keep("Location_type", freezer, null, """
                {"ID":"%s","Description":"Congélateur","Temperature_min":-25,"Temperature_max":-15}""".formatted(freezer));
        locations.add(store, new LocationDraft("a", "Étagère", fridge, new BigDecimal("10"), false));
        locations.add(store, new LocationDraft("B", "au fond", null, BigDecimal.ZERO, true));
        locations.add(store, new LocationDraft("c", "zone", freezer, new BigDecimal("9.5"), true));
        locations.add(store, new LocationDraft("d", "", null, new BigDecimal("11"), false));

        assertThat(locations.list(new LocationQuery(store, "", order, false), 0, 10))
                .extracting(Location::code)
                .containsExactly(codes.split(" "));
        assertThat(locations.list(new LocationQuery(store, "", order, true), 0, 10))
                .extracting(Location::code)
                .containsExactly(backwards.split(" "));
    }

    @Test
    void whoMayNotManageLocationsOnlyReads() {
        String id = locations.add(store, SHELF);
        Location location = locations.find(id).orElseThrow();
        signIn(new SignedInUser("u", "nurse", false, null, Set.of(Permission.SEND_TEMPERATURES)));

        assertThat(locations.mayChange(store)).isFalse();
        assertThatThrownBy(() -> locations.add(store, draft("x", ""))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> locations.change(location, draft("x", ""))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> locations.delete(location)).isInstanceOf(AccessDeniedException.class);

        signIn(keeperOf(newStore("Mindouli")));
        assertThat(locations.mayChange(store)).isFalse();
        assertThatThrownBy(() -> locations.delete(location)).isInstanceOf(AccessDeniedException.class);

        signIn(keeperOf(store));
        locations.delete(location);
    }

    private static SignedInUser keeperOf(String storeId) {
        return new SignedInUser(
                "u",
                "keeper",
                "Keeper",
                false,
                null,
                Set.of(),
                List.of(new StoreAccess(storeId, Set.of(Permission.MANAGE_LOCATIONS))));
    }

    private RecordType type() {
        return types.byTable("Location").orElseThrow();
    }

    private Rendering rendered(String id) {
        return type().render(stored("Location", id), CentralServer.LEGACY, LinkResolver.NONE, RecordLookup.NONE);
    }

    private String arrived(String code, String more) {
        String id = newId();
        keep("Location", id, store, """
                {"ID":"%s","code":"%s","Description":"Rouge", %s,"type_ID":"","store_ID":"%s","hold":false}""".formatted(id, code, more, store));
        return id;
    }

    private LocationQuery all() {
        return new LocationQuery(store, "", Order.CODE, false);
    }

    private List<String> codes(String search) {
        return locations.list(new LocationQuery(store, search, Order.CODE, false), 0, 50).stream()
                .map(Location::code)
                .toList();
    }

    private static LocationDraft draft(String code, String description) {
        return new LocationDraft(code, description, null, BigDecimal.ZERO, false);
    }
}
