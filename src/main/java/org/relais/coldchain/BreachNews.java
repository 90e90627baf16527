package org.relais.coldchain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relais.components.NewsSince;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.people.CurrentUser;
import org.relais.people.Permission;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many breaches began and ended while a person was away, in a store whose sensors they may see. */
@Component
@Order(10)
class BreachNews implements NewsSince {

    private final JdbcClient jdbc;
    private final PhraseBook phraseBook;
    private final CurrentUser person;

    BreachNews(JdbcClient jdbc, PhraseBook phraseBook, CurrentUser person) {
        this.jdbc = jdbc;
        this.phraseBook = phraseBook;
        this.person = person;
    }

    @Override
    public List<String> tell(Instant since, Optional<String> storeId, Locale locale) {
        List<String> told = new ArrayList<>();
        storeId.filter(store -> person.may(Permission.VIEW_SENSORS, store)).ifPresent(store -> {
            Phrases phrases = phraseBook.of(locale);
            long begun =
                    count("select count(*) from breach where store_id = :store and started_at > :since", store, since);
            long ended =
                    count("select count(*) from breach where store_id = :store and ended_at > :since", store, since);
            if (begun > 0) {
                told.add(phrases.text("home.since.breaches", begun));
            }
            if (ended > 0) {
                told.add(phrases.text("home.since.breaches-ended", ended));
            }
        });
        return told;
    }

    private long count(String question, String store, Instant since) {
        return jdbc.sql(question)
                .param("store", store)
                .param("since", since.getEpochSecond())
                .query(Long.class)
                .single();
    }
}
