package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.WireRecord;
import org.relais.testing.TestDatabase;

/** What goes into the store with the page that brings it; {@link StoreModelTest} holds it to what comes out at the end. */
class PromptIntegrationTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    private StoreRoom room;

    @BeforeEach
    void anEmptyStore() {
        room = new StoreRoom(db.dataSource());
        room.empty();
    }

    @Test
    void recordsAreInTheStoreWithThoseOfTheirPageThatTheyReferTo() {
        long integrated = room.receivePromptly(
                Samples.direction("d1", "i1", "1 cp"),
                Samples.item("i1", "Quinine", "c1"),
                Samples.category("c1"),
                Samples.unit("u1", "box"));

        assertThat(integrated).isEqualTo(4);
        assertThat(room.everything()).containsOnlyKeys("item_category c1", "item i1", "item_direction d1", "unit u1");
        assertThat(room.store.backlog()).isEqualTo(new Backlog(0, 0));
        assertThat(room.integrate()).isEqualTo(new IntegrationResult(0, 0, true));
    }

    @Test
    void whatIsNotPlainTakesTheUsualWay() {
        room.take(Samples.unit("u1", "box"), Samples.category("c2"));

        long integrated = room.receivePromptly(
                Samples.item("i1", "Quinine", "not here"),
                Samples.item("i2", "Zinc", ""),
                Samples.unit("u2", "twice"),
                Samples.unit("u2", "twice, and newer"),
                Samples.unit("u1", "known"),
                Samples.unit("u3", "beside one that is known"),
                Samples.delete("item_category", "c2"),
                Samples.upsert("abbreviation", "broken", "{"),
                Samples.join("j1", Samples.OWN_STORE, "n1", false));

        assertThat(integrated).as("of this page, the item that needs nothing").isEqualTo(1);
        assertThat(room.everything()).containsOnlyKeys("item i2", "unit u1", "item_category c2");
        room.integrate();
        assertThat(room.everything())
                .containsOnlyKeys("item i2", "unit u1", "unit u2", "unit u3")
                .extracting("unit u2", "unit u1")
                .asString()
                .contains("twice, and newer", "known");
    }

    @Test
    void aNewerVersionComesAfterTheOneThatWaits() {
        room.take(Samples.item("i1", "first", "c1"));
        assertThat(room.asideReasons()).hasSize(1);

        assertThat(room.receivePromptly(Samples.item("i1", "second", ""))).isZero();

        room.integrate();
        assertThat(room.everything().get("item i1")).contains("second");
        assertThat(room.asideReasons()).isEmpty();
    }

    @Test
    void whatWaitsToBeSentIsNotTakenPromptlyAndKeepsNothingElseFromIt() {
        room.take(Samples.name("n1", "Dépôt"), Samples.store(Samples.OWN_STORE, "n1"), Samples.location("l1", "cold"));
        room.delete("Location", "l1");

        long integrated = room.receivePromptly(
                Samples.location("l1", "theirs"), Samples.location("l2", "warm"), Samples.unit("u1", "box"));

        assertThat(integrated).isEqualTo(2);
        room.integrate();
        assertThat(room.everything()).containsKeys("Location l2", "unit u1").doesNotContainKey("Location l1");
    }

    @Test
    void aRecordThatTheDatabaseRefusesIsSetAsideAndNoOther() {
        String tooLongForAnOwner = "s".repeat(100);

        long integrated = room.receivePromptly(
                Samples.name("n1", "Dépôt"),
                Samples.store(Samples.OWN_STORE, "n1"),
                Samples.store(tooLongForAnOwner, "n1"));

        assertThat(integrated).as("of the stores none").isEqualTo(1);
        room.integrate();
        assertThat(room.everything()).containsOnlyKeys("name n1", "store " + Samples.OWN_STORE);
        assertThat(room.asideReasons())
                .singleElement()
                .asString()
                .startsWith("store sss")
                .contains(" DATABASE");
        assertThat(room.strayContents()).isZero();
    }

    /** The two ways into the database replace half a character each in its own way. */
    @Test
    void anIdThatNoDatabaseHoldsTakesTheUsualWay() {
        room.take(Samples.item("i\udc00", "first", "c1"));

        assertThat(room.receivePromptly(Samples.item("i\udc00", "second", ""))).isZero();
        assertThat(room.receivePromptly(Samples.item("i1", "Zinc", "c\udc00"), Samples.category("c1")))
                .isEqualTo(1);

        room.integrate();
        assertThat(room.everything().values())
                .anySatisfy(text -> assertThat(text).contains("second"));
        assertThat(room.everything().values())
                .noneSatisfy(text -> assertThat(text).contains("first"));
    }

    @Test
    void aReferenceLongerThanAnyIdIsNoReferenceToItsBeginning() {
        String longest = "c".repeat(255);
        room.receivePromptly(Samples.category(longest));

        assertThat(room.receivePromptly(
                        Samples.item("i1", "Zinc", longest + "c"), Samples.item("i2", "Quinine", longest)))
                .isEqualTo(1);
    }

    @Test
    void aPageWithNamesBeyondAllMeasureGoesIntoTheInbox() {
        String endless = "x".repeat(1_000_000);
        WireRecord[] page = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> i <= 11 ? Samples.item("i" + i, "Zinc", endless) : Samples.unit("u1", "box"))
                .toArray(WireRecord[]::new);

        assertThat(room.receivePromptly(page)).isZero();

        assertThat(room.integrate()).isEqualTo(new IntegrationResult(1, 11, true));
    }

    @Test
    void aPageBeyondAllMeasureGoesIntoTheInbox() {
        List<WireRecord> page = Stream.concat(
                        Stream.of(Samples.category("c1")),
                        IntStream.rangeClosed(1, 20_000).mapToObj(i -> Samples.unit("u" + i, "unit")))
                .toList();

        assertThat(room.receivePromptly(page)).isZero();

        assertThat(room.store.backlog()).isEqualTo(new Backlog(page.size(), 0));
        assertThat(room.integrate()).isEqualTo(new IntegrationResult(page.size(), 0, true));
    }
}
