package org.relais.doors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.people.Permission;
import org.relais.people.SignedInUser;
import org.relais.people.StoreAccess;
import org.relais.testing.SeededSite;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who may open which page. A new page gets a row of its own; without one {@link #everyPageHasARow} fails. */
class PageAccessTest extends SeededSite {

    /** One row a page: its route, then x for each column whose person may open it. */
    private static final String TABLE = """
            route           | nobody | reader | 84 | 157 | 201 | administrator
                            |        | x      | x  | x   | x   | x
            synchronisation |        | x      | x  | x   | x   | x
            locations       |        | x      | x  | x   | x   | x
            help            |        | x      | x  | x   | x   | x
            help/synchronisation |   | x      | x  | x   | x   | x
            help/errors     |        | x      | x  | x   | x   | x
            help/cold-chain |        | x      | x  | x   | x   | x
            history         |        | x      | x  | x   | x   | x
            history/:run    |        | x      | x  | x   | x   | x
            records/waiting |        | x      | x  | x   | x   | x
            records/failed  |        | x      | x  | x   | x   | x
            records/trace   |        |        |    | x   |     | x
            http-interface  |        | x      | x  | x   | x   | x
            cold-chain      |        | x      | x  | x   | x   | x
            cold-chain/monitoring | | x      | x  | x   | x   | x
            cold-chain/quarantine | | x      | x  | x   | x   | x
            cold-chain/sensors/:sensor | | x | x  | x   | x   | x
            cold-chain/report/:sensor | | x  | x  | x   | x   | x
            cold-chain/poster/:sensor | | x  | x  | x   | x   | x
            settings        |        |        |    | x   |     | x
            setup           |        |        |    |     |     |
            """;

    private static final List<String[]> ROWS =
            TABLE.lines().map(PageAccessTest::cells).toList();

    private static String store;

    @BeforeEach
    void oneStore() {
        store = newStore("Kinkala");
    }

    static Stream<Door> doors() {
        String[] people = ROWS.getFirst();
        return ROWS.stream().skip(1).flatMap(row -> Stream.iterate(1, column -> column + 1)
                .limit(people.length - 1L)
                .map(column -> new Door(row[0], people[column], row[column].equals("x"))));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void pageOpensForThoseWhoMay(Door door) {
        become(door.person());
        UI page = UI.getCurrent();
        String address = door.route().replace(":run", "1").replace(":sensor", "1");
        page.navigate(address);
        List<HasElement> shown = page.getActiveRouterTargetsChain();
        String opens = page.getActiveViewLocation().getPath();
        // A page of several parts opens the first of them.
        boolean opened = !shown.isEmpty()
                && shown.getFirst().getClass().getSimpleName().endsWith("View")
                && (opens.equals(address) || opens.startsWith(address + "/"));

        assertThat(opened).as(shown.toString()).isEqualTo(door.opens());
    }

    @Test
    void everyPageHasARow() {
        List<String> rows = ROWS.stream().skip(1).map(row -> row[0]).toList();

        assertThat(RouteConfiguration.forApplicationScope().getAvailableRoutes())
                .extracting(route -> route.getTemplate())
                .isSubsetOf(rows);
    }

    private static void become(String person) {
        switch (person) {
            case "nobody" -> SecurityContextHolder.clearContext();
            case "administrator" -> signIn();
            case "reader" -> signIn(person(Set.of()));
            default ->
                signIn(person(
                        Set.of(Permission.numbered(Integer.parseInt(person)).orElseThrow())));
        }
    }

    private static SignedInUser person(Set<Permission> permissions) {
        return new SignedInUser(
                "u", "awa", "Awa Diop", false, null, Set.of(), List.of(new StoreAccess(store, permissions)));
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    }

    /** One cell of the table. */
    record Door(String route, String person, boolean opens) {

        @Override
        public String toString() {
            return person + (opens ? " opens /" : " does not open /") + route;
        }
    }
}
