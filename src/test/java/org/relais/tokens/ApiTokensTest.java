package org.relais.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relais.people.CurrentUser;
import org.relais.testing.SeededSite;
import org.relais.testing.StopWatch;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of tokens when this machine's clock is set forth and back. */
class ApiTokensTest extends SeededSite {

    private static final Duration TEN_YEARS = Duration.ofDays(3_652);

    @Autowired
    private KeptTokens kept;

    @Autowired
    private CurrentUser currentUser;

    private final StopWatch watch = new StopWatch();
    private Instant now = Instant.parse("2026-11-28T08:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private ApiTokens tokens;
    private TokenEnds ends;
    private String month;
    private String unlimited;

    @BeforeEach
    void make() {
        signIn();
        jdbc.sql("delete from api_token").update();
        tokens = new ApiTokens(kept, currentUser, clock);
        ends = new TokenEnds(kept, clock, watch);
        month = made(Validity.MONTH);
        unlimited = made(Validity.UNLIMITED);
    }

    @Test
    void oneThatEndedStaysEndedWhenTheClockIsSetBack() {
        pass(Duration.ofDays(31));
        ends.look();
        assertThat(isGood(month)).isFalse();

        for (Duration back : new Duration[] {Duration.ofMinutes(10), Duration.ofDays(20), TEN_YEARS}) {
            now = now.minus(back);
            ends.look();
            assertThat(isGood(month)).isFalse();
            assertThat(isGood(unlimited)).isTrue();
        }
        assertThat(tokens.list()).filteredOn(ApiToken::ended).hasSize(1);
    }

    @Test
    void aClockThatWasAheadForAWhileEndsNone() {
        pass(Duration.ofDays(1));
        ends.look();
        now = now.plus(TEN_YEARS);
        ends.look();
        assertThat(isGood(month)).isFalse();
        pass(Duration.ofMinutes(50));
        ends.look();
        now = now.minus(TEN_YEARS);
        ends.look();

        assertThat(isGood(month)).isTrue();
    }

    @Test
    void aProcessThatBeginsWithAWrongClockEndsNoneBeforeItIsPutRight() {
        now = now.plus(TEN_YEARS);
        TokenEnds afterAStart = new TokenEnds(kept, clock, watch);
        pass(Duration.ofMinutes(30));
        afterAStart.look();
        now = now.minus(TEN_YEARS);
        afterAStart.look();
        pass(Duration.ofHours(2));
        afterAStart.look();

        assertThat(isGood(month)).isTrue();
    }

    @Test
    void aUseThatWasNotedInTheFutureIsNotedAgain() {
        now = now.plus(TEN_YEARS);
        isGood(unlimited);
        now = now.minus(TEN_YEARS);
        isGood(unlimited);

        assertThat(tokens.list()).extracting(ApiToken::lastUsedAt).contains(now).doesNotContain(now.plus(TEN_YEARS));
    }

    private void pass(Duration time) {
        watch.pass(time);
        now = now.plus(time);
    }

    private boolean isGood(String token) {
        return tokens.check(token).isPresent();
    }

    private String made(Validity validity) {
        return tokens.make(new TokenDraft(validity + " " + UUID.randomUUID(), TokenLevel.LOOK, validity))
                .secret();
    }
}
