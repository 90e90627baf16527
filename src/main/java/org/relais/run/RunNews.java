package org.relais.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.components.NewsSince;
import org.relais.language.PhraseBook;
import org.relais.language.Phrases;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many runs there were while a person was away, what they received, and what they set aside. */
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
        Counts runs = jdbc.sql("""
                        select count(*) as runs, coalesce(sum(outcome = 'failed'), 0) as failed,
                            coalesce(sum(received), 0) as received
                        from sync_run where started_at > :from and outcome <> 'running'""").param("from", from).query(Counts.class).single();
        long setAside = jdbc.sql("""
                        select coalesce(sum(s.set_aside), 0)
                        from sync_run r join sync_step s on s.run_id = r.id
                        where r.started_at > :from and r.outcome <> 'running'""").param("from", from).query(Long.class).single();
        return Stream.of(
                        said(runs.failed() > 0, phrases, "home.since.failed", runs.runs(), runs.failed()),
                        said(runs.runs() > 0 && runs.failed() == 0, phrases, "home.since.runs", runs.runs()),
                        said(runs.received() > 0, phrases, "home.since.received", runs.received()),
                        said(setAside > 0, phrases, "home.since.set-aside", setAside))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> said(boolean worthIt, Phrases phrases, String key, Object... figures) {
        return worthIt ? Optional.of(phrases.text(key, figures)) : Optional.empty();
    }

    private record Counts(long runs, long failed, long received) {}
}
