package org.relais.inspection;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.RecordType;
import org.relais.catalogue.RecordTypes;
import org.relais.catalogue.TitleWriting;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.relais.record.RecordStore;
import org.relais.record.SetAside;
import org.springframework.stereotype.Component;

/**
 * By what a person recognises a record. Titles name patients as well, so of most records only those hear them who may read records.
 * Which types of things name nobody, so that everybody may know them by their titles, the catalogue says.
 */
@Component
public class RecordTitles {

    private final RecordTypes types;
    private final RecordStore store;
    private final CurrentUser currentUser;

    RecordTitles(RecordTypes types, RecordStore store, CurrentUser currentUser) {
        this.types = types;
        this.store = store;
        this.currentUser = currentUser;
    }

    /**
     * The title of a record in the store, with dates and numbers in the reader's words; empty when it has none, or the person may
     * not read records.
     */
    public Optional<String> of(RecordKey key, Phrases phrases) {
        return maySee(key) ? store.json(key).flatMap(json -> title(key, json, phrases)) : Optional.empty();
    }

    /** The title of a record that was set aside; empty when it has none, or the person may not read records. */
    public Optional<String> of(SetAside aside, Phrases phrases) {
        return maySee(aside.key())
                ? store.setAsideText(aside.number()).flatMap(json -> title(aside.key(), json, phrases))
                : Optional.empty();
    }

    private Optional<String> title(RecordKey key, String json, Phrases phrases) {
        return types.byTable(key.table()).flatMap(type -> type.title(json, store, new InWords(phrases)));
    }

    private boolean maySee(RecordKey key) {
        return types.byTable(key.table())
                        .filter(RecordType::titleIsForEverybody)
                        .isPresent()
                || currentUser.may(Permission.ADMINISTER_SERVER);
    }

    /** As the reader's language says it. */
    private record InWords(Phrases phrases) implements TitleWriting {

        @Override
        public String day(LocalDate day) {
            return phrases.datedDay(day);
        }

        @Override
        public String moment(Instant moment) {
            return phrases.dated(moment);
        }

        @Override
        public String decimal(BigDecimal number) {
            return phrases.decimal(number);
        }
    }
}
