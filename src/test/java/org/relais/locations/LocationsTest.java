package org.relais.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.catalogue.Rendering;
import org.relais.people.SignedInUser;
import org.relais.vocabulary.Invalid;

class LocationsTest extends LocationSite {

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
        locations.add(store, draft(" cold \u00a0 room", ""));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> locations.add(store, draft))
                .satisfies(invalid -> assertThat(invalid.problems()).containsExactly(problem));
        assertThat(locations.list(all(), 0, 10)).extracting(Location::code).containsExactly("cold room", "taken");
    }

    static Stream<Arguments> wrongDraftIsNotStored() {
        BigDecimal one = BigDecimal.ONE;
        return Stream.of(
                arguments(draft("  ", ""), LocationProblem.CODE_EMPTY),
                arguments(draft("x".repeat(21), ""), LocationProblem.CODE_TOO_LONG),
                arguments(draft("TAKEN", ""), LocationProblem.CODE_TAKEN),
                arguments(draft("\u00a0taken\u2003", ""), LocationProblem.CODE_TAKEN),
                arguments(draft("Cold  Room", ""), LocationProblem.CODE_TAKEN),
                arguments(draft("COLD\u00a0ROOM", ""), LocationProblem.CODE_TAKEN),
                arguments(draft("cold\t\u202froom", ""), LocationProblem.CODE_TAKEN),
                arguments(draft("\u00a0", ""), LocationProblem.CODE_EMPTY),
                arguments(draft("a", "x".repeat(101)), LocationProblem.DESCRIPTION_TOO_LONG),
                arguments(new LocationDraft("a", "", "no-such-type", one, false), LocationProblem.TYPE_UNKNOWN),
                arguments(new LocationDraft("a", "", null, null, false), LocationProblem.VOLUME_MISSING),
                arguments(new LocationDraft("a", "", null, one.negate(), false), LocationProblem.VOLUME_NEGATIVE),
                arguments(
                        new LocationDraft("a", "", null, new BigDecimal("1e400"), false),
                        LocationProblem.VOLUME_TOO_LARGE));
    }

    @Test
    void aCodeThatCameWithOtherBlanksIsTakenToo() {
        keep("Location", newId(), store, """
                {"ID":"l","code":"A\u00a0 1","Description":"","store_ID":"%s","Volume":0,"hold":false}""".formatted(store));

        assertThat(locations.problems(store, null, draft("a 1", ""))).containsExactly(LocationProblem.CODE_TAKEN);
        assertThat(locations.problems(store, null, draft("a1", ""))).isEmpty();
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
}
