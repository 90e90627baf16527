package org.relais.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.locations.LocationQuery.Order;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.springframework.security.access.AccessDeniedException;

/** Which locations are shown, in which order, and to whom. */
class LocationListTest extends LocationSite {

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
}
