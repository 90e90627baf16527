package org.relais.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ServerMessagesTest {

    private final List<String> copied = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final ServerMessages messages = new ServerMessages(copied::add, now::get);

    @Test
    void anErrorThatRepeatsItselfIsCopiedOnceAMinuteWithItsNumber() {
        for (int second = 0; second < 60; second++) {
            now.set(Duration.ofSeconds(second).toNanos());
            for (int i = 0; i < 20; i++) {
                messages.take("2026-11-28 10:00:%02d %d [ERROR] InnoDB: page %d cannot be written, errno: 28"
                        .formatted(second, i, second * 20 + i));
            }
        }
        assertThat(copied).hasSize(1);

        now.set(Duration.ofSeconds(60).toNanos());
        messages.take("2026-11-28 10:01:00 7 [ERROR] InnoDB: page 1 cannot be written, errno: 28");
        assertThat(copied).hasSize(2);
        assertThat(copied.getLast()).endsWith("errno: 28 (and 1199 more like it)");
    }

    @Test
    void differentErrorsAreAllCopiedAndNotesAreNot() {
        messages.take("2026-11-28 10:00:00 0 [Note] InnoDB: starting");
        messages.take("2026-11-28 10:00:00 0 [ERROR] The table 'content' is full");
        messages.take("2026-11-28 10:00:00 0 [ERROR] The table 'inbox' is full");

        assertThat(copied).hasSize(2);
    }

    @Test
    void theLastWordsAreThoseOfTheProcessThatSpeaks() {
        messages.take("0 [ERROR] an old one");
        messages.forgetLastWords();
        messages.take("0 [Note] hello");
        assertThat(messages.lastWords()).isEqualTo("0 [Note] hello");

        messages.take("0 [ERROR] a new one");
        assertThat(messages.lastWords()).isEqualTo("0 [ERROR] a new one");
    }
}
