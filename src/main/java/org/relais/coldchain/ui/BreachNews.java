package org.relais.coldchain.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relais.coldchain.Readings;
import org.relais.components.NewsSince;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many breaches began and ended while a person was away, in a store whose sensors they may see. A breach is one once the time that
 * its threshold allows has passed: until then nobody could know of it.
 */
@Component
@Order(10)
class BreachNews implements NewsSince {

    private final JdbcClient jdbc;
    private final PhraseBook phraseBook;
    private final CurrentUser person;
    private final Clock clock;

    BreachNews(JdbcClient jdbc, PhraseBook phraseBook, CurrentUser person, Clock clock) {
        this.jdbc = jdbc;
        this.phraseBook = phraseBook;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public List<String> tell(Instant since, Optional<String> storeId, Locale locale) {
        List<String> told = new ArrayList<>();
        storeId.filter(store -> person.may(Permission.VIEW_SENSORS, store)).ifPresent(store -> {
            Phrases phrases = phraseBook.of(locale);
            long begun = count("started_at + coalesce(lasting, 0) / 1000", store, since);
            long ended = count("ended_at", store, since);
            if (begun > 0) {
                told.add(phrases.text("home.since.breaches", begun));
            }
            if (ended > 0) {
                told.add(phrases.text("home.since.breaches-ended", ended));
            }
        });
        return told;
    }

    /** @param moment which of a breach's moments has to be between the person's leaving and now */
    private long count(String moment, String store, Instant since) {
        return jdbc.sql("select count(*) from breach where store_id = :store and " + moment + " > :since and " + moment
                        + " <= :now")
                .param("store", store)
                .param("since", since.getEpochSecond())
                .param("now", clock.instant().plus(Readings.AHEAD).getEpochSecond())
                .query(Long.class)
                .single();
    }
}
