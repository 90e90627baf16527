package org.relais.run.ui;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relais.components.NewsSince;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.relais.run.Outcome;
import org.relais.vocabulary.Keyed;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many runs there were while a person was away and how they ended, what they received, and what they set aside. */
@Component
@Order(20)
class RunNews implements NewsSince {

    private final JdbcClient jdbc;
    private final PhraseBook phraseBook;

    RunNews(JdbcClient jdbc, PhraseBook phraseBook) {
        this.jdbc = jdbc;
        this.phraseBook = phraseBook;
    }

    @Override
    public List<String> tell(Instant since, Optional<String> storeId, Locale locale) {
        Phrases phrases = phraseBook.of(locale);
        LocalDateTime from = LocalDateTime.ofInstant(since, ZoneOffset.UTC);
        List<Ended> ended = ended(from);
        List<String> told = new ArrayList<>();
        if (!ended.isEmpty()) {
            told.add(runs(ended, phrases));
        }
        count(ended.stream().mapToLong(Ended::received).sum(), "home.since.received", phrases, told);
        count(setAside(from), "home.since.set-aside", phrases, told);
        return told;
    }

    /** Those that ended in one way. */
    private record Ended(Outcome outcome, long runs, long received) {}

    private List<Ended> ended(LocalDateTime from) {
        return jdbc
                .sql("""
                        select outcome, count(*), sum(received) from sync_run
                        where started_at > :from and outcome <> 'running' group by outcome""")
                .param("from", from)
                .query((row, n) -> new Ended(Keyed.of(Outcome.class, row.getString(1)), row.getLong(2), row.getLong(3)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Ended::outcome))
                .toList();
    }

    private long setAside(LocalDateTime from) {
        return jdbc.sql("""
                        select coalesce(sum(s.set_aside), 0)
                        from sync_run r join sync_step s on s.run_id = r.id
                        where r.started_at > :from and r.outcome <> 'running'""").param("from", from).query(Long.class).single();
    }

    /** How all of them ended: one that was cut short or that missed a server neither failed nor went well. */
    private static String runs(List<Ended> ended, Phrases phrases) {
        long all = ended.stream().mapToLong(Ended::runs).sum();
        Ended first = ended.getFirst();
        if (all == 1) {
            return phrases.text("home.since.run." + first.outcome().key());
        }
        if (ended.size() == 1 && first.outcome() == Outcome.SUCCEEDED) {
            return phrases.text("home.since.runs.succeeded", all);
        }
        List<String> ways = ended.stream()
                .map(way -> phrases.text("home.since.ended." + way.outcome().key(), way.runs()))
                .toList();
        return phrases.text("home.since.runs", all, phrases.list(ways));
    }

    private static void count(long figure, String key, Phrases phrases, List<String> told) {
        if (figure > 0) {
            told.add(phrases.text(key, figure));
        }
    }
}
