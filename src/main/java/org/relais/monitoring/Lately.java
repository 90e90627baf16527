package org.relais.monitoring;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * What the database said a short while ago: however often somebody measures, it is asked only when that is too old. Without an
 * answer from it there is nothing to tell.
 */
final class Lately<T> {

    private static final Logger log = LoggerFactory.getLogger(Lately.class);

    private final Duration fresh;
    private final Supplier<T> question;
    private Optional<T> answer = Optional.empty();
    private Long askedAt;

    /**
     * Nothing is asked yet.
     *
     * @param fresh for how long an answer is good, by the time that really passes
     * @param question asks the database
     */
    Lately(Duration fresh, Supplier<T> question) {
        this.fresh = fresh;
        this.question = question;
    }

    synchronized Optional<T> value() {
        long real = System.nanoTime();
        if (askedAt == null || real - askedAt >= fresh.toNanos()) {
            answer = ask();
            askedAt = real;
        }
        return answer;
    }

    private Optional<T> ask() {
        try {
            return Optional.of(question.get());
        } catch (DataAccessException | TransactionException unreachable) {
            log.debug("The database does not tell how things stand", unreachable);
            return Optional.empty();
        }
    }
}
