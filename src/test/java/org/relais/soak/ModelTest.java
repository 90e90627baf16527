package org.relais.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;

/** A judge who never finds anybody guilty is worth nothing: what is lost, left over or old is noticed. */
class ModelTest {

    private static final RecordKey OLD = new RecordKey("name", "n");
    private static final RecordKey ITEM = new RecordKey("item", "i");
    private static final RecordKey OTHER = new RecordKey("item", "j");
    private static final RecordKey SHELF = new RecordKey("Location", "l");

    private final Model model = new Model(new Base(Map.of(OLD, line("old")), Map.of(), "store", "user"));
    private final Map<RecordKey, String> store = new HashMap<>(Map.of(OLD, line("old")));

    private static String line(String text) {
        return Image.line(Image.digest(text), false, null);
    }

    private List<String> differences(String... aside) {
        return model.differences(new Image(store, Set.of(aside)));
    }

    private static WireRecord record(RecordKey key, String text) {
        return new WireRecord(key, Action.UPSERT, text);
    }

    @Test
    void whatIsAsItHasToBeIsRight() {
        model.changedElsewhere(record(ITEM, "1"));
        model.changedHere(SHELF, Optional.of("A"));
        store.put(ITEM, line("1"));
        store.put(SHELF, line("A"));

        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsMissingIsNoticed() {
        store.remove(OLD);
        model.changedElsewhere(record(ITEM, "1"));

        assertThat(differences()).hasSize(2);
    }

    @Test
    void whatIsOlderOrNobodysIsNoticed() {
        model.changedElsewhere(record(ITEM, "1"));
        model.changedElsewhere(record(ITEM, "2"));
        store.put(ITEM, line("1"));
        store.put(OTHER, line("1"));

        assertThat(differences()).hasSize(2);
    }

    @Test
    void whatWasDeletedOrMergedAndIsNotIsNoticed() {
        model.changedElsewhere(record(ITEM, "1"));
        model.changedElsewhere(record(OTHER, "1"));
        store.put(ITEM, line("1"));
        store.put(OTHER, line("1"));
        model.merged("i", "j");
        assertThat(differences()).hasSize(1);
        model.deletedSoftly(ITEM);
        assertThat(differences()).hasSize(2);
    }

    @Test
    void ofAShelfThatIsChangedAtBothEndsEitherIsRightAndNoThird() {
        model.changedHere(SHELF, Optional.of("ours"));
        model.changedElsewhere(record(SHELF, "theirs"));
        for (String right : List.of("ours", "theirs")) {
            store.put(SHELF, line(right));
            assertThat(differences()).isEmpty();
        }
        store.put(SHELF, line("third"));
        assertThat(differences()).hasSize(1);
    }

    @Test
    void whatIsSetAsideHasToBeAndNothingElse() {
        model.setAside(ITEM, "BROKEN");

        assertThat(differences()).hasSize(1);
        assertThat(differences("item i BROKEN")).isEmpty();
        assertThat(differences("item i BROKEN", "item j WAITING")).hasSize(1);
    }
}
