package org.relais.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.catalogue.Channel;
import org.relais.catalogue.RecordKey;
import org.relais.central.FailureCode;
import org.relais.record.Inbox;
import org.relais.record.LocalChange;
import org.relais.run.Outcome;
import org.relais.run.Run;
import org.relais.run.RunStep;
import org.relais.run.StepState;
import org.relais.run.SyncStep;
import org.relais.testing.TestDatabase;

/** Servers that answer without end, and servers that are not where they were: the step says so, and the rest of the run goes on. */
class EndlessServersTest {

    private static final Pattern CURSOR = Pattern.compile("\"?cursor\"?[=:](\\d+)");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static OddNetwork network;
    private static Engine engine;

    @BeforeAll
    static void start() throws IOException {
        network = new OddNetwork();
        engine = network.site(database);
        assertThat(engine.lastEnded().outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @AfterAll
    static void stop() {
        engine.close();
        network.close();
    }

    @BeforeEach
    void heal() {
        network.heal();
        engine.jdbc().sql("delete from channel_cursor").update();
    }

    @Test
    void aQueueThatKeepsWhatWasAcknowledgedIsLeft() {
        network.on("GET /sync/v5/queued_records", request -> queue(3, "stays"));

        Run run = engine.run();

        assertLeft(run, SyncStep.PULL_REMOTE, FailureCode.NO_PROGRESS);
        assertThat(Engine.step(run, SyncStep.PULL_REMOTE).done()).isOne();
        assertThat(asked("GET /sync/v5/queued_records")).isEqualTo(2);
        assertThat(engine.store().find(new RecordKey("unit", "stays"))).isPresent();
    }

    @Test
    void whatStandsBehindARecordThatStaysStillComes() {
        AtomicInteger page = new AtomicInteger();
        network.on("GET /sync/v5/queued_records", request -> switch (page.incrementAndGet()) {
            case 1 -> queue(3, "locked", "behind-1");
            case 2 -> queue(2, "locked", "behind-2");
            default -> queue(1, "locked");
        });

        Run run = engine.run();

        assertLeft(run, SyncStep.PULL_REMOTE, FailureCode.NO_PROGRESS);
        assertThat(Engine.step(run, SyncStep.PULL_REMOTE).done()).isEqualTo(3);
        assertThat(engine.store().find(new RecordKey("unit", "behind-2"))).isPresent();
    }

    @Test
    void aQueueThatNumbersTheSameAnewIsLeft() {
        AtomicLong number = new AtomicLong();
        network.on("GET /sync/v5/queued_records", request -> "{\"queueLength\":1,\"data\":[%s]}"
                .formatted(OddNetwork.unit("\"syncOutId\":\"" + number.incrementAndGet() + "\"", "again")));

        assertLeft(engine.run(), SyncStep.PULL_REMOTE, FailureCode.NO_PROGRESS);
        assertThat(number.get()).isLessThan(200);
    }

    @Test
    void aPageOfTheLogThatRepeatsIsNoAnswer() {
        network.on("GET /sync/v5/central_records", request -> log(5, 5, "repeats"));

        assertLeft(engine.run(), SyncStep.PULL_CENTRAL, FailureCode.UNREADABLE_ANSWER);
        assertThat(cursor(Channel.CENTRAL_RECORDS)).isEqualTo(5);
    }

    @Test
    void aLogThatGrowsByTheSameRecordIsLeft() {
        network.on("GET /sync/v5/central_records", request -> {
            long next = cursorOf(request) + 1;
            return log(next + 1, next, "grows");
        });

        assertLeft(engine.run(), SyncStep.PULL_CENTRAL, FailureCode.NO_PROGRESS);
        assertThat(asked("GET /sync/v5/central_records")).isLessThan(200);
    }

    @Test
    void aLogThatGrowsAsFastAsItIsReadIsLeft() {
        network.on("GET /sync/v5/central_records", request -> {
            long next = cursorOf(request) + 1;
            return log(next + 7, next, "grows-" + next % 50);
        });

        assertLeft(engine.run(), SyncStep.PULL_CENTRAL, FailureCode.NO_PROGRESS);
        assertThat(asked("GET /sync/v5/central_records")).isLessThan(300);
    }

    @Test
    void aGapWithoutEndIsLeftAndLeadsTheCursorNowhere() {
        network.on("GET /sync/v5/central_records", request -> "{\"maxCursor\":9007199254740992,\"data\":[]}");

        assertLeft(engine.run(), SyncStep.PULL_CENTRAL, FailureCode.NO_PROGRESS);

        network.heal();
        network.on(
                "GET /sync/v5/central_records",
                request -> cursorOf(request) < 1 ? log(1, 1, "first") : "{\"maxCursor\":1,\"data\":[]}");
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.store().find(new RecordKey("unit", "first"))).isPresent();
    }

    @Test
    void aGapIsWalked() {
        network.on("GET /sync/v5/central_records", request -> {
            long cursor = cursorOf(request);
            return cursor == 4 ? log(6, 5, "beyond") : "{\"maxCursor\":6,\"data\":[]}";
        });

        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);

        assertThat(engine.store().find(new RecordKey("unit", "beyond"))).isPresent();
        assertThat(cursor(Channel.CENTRAL_RECORDS)).isEqualTo(5);
    }

    @Test
    void aServerThatWasWrongAboutItsNewestLosesNothing() {
        AtomicInteger answers = new AtomicInteger();
        network.on("GET /sync/v5/central_records", request -> "{\"maxCursor\":%d,\"data\":[]}"
                .formatted(answers.incrementAndGet() == 1 ? 2_147_483_648L : 0));

        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);

        assertThat(cursor(Channel.CENTRAL_RECORDS)).isZero();
        assertThat(answers).hasValue(2);
    }

    @Test
    void aNumberBeyondTheNewestIsNoAnswer() {
        network.on("GET /sync/v5/central_records", request -> log(500, 2_147_483_648L, "mutated"));

        assertLeft(engine.run(), SyncStep.PULL_CENTRAL, FailureCode.UNREADABLE_ANSWER);

        assertThat(cursor(Channel.CENTRAL_RECORDS)).isZero();
        assertThat(engine.store().find(new RecordKey("unit", "mutated"))).isEmpty();
    }

    @Test
    void aServerThatWasRestoredIsToldAsSuch() {
        network.on(
                "GET /sync/v5/central_records",
                request -> cursorOf(request) < 300 ? log(300, 300, "before") : "{\"maxCursor\":300,\"data\":[]}");
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        network.on("GET /sync/v5/central_records", request -> "{\"maxCursor\":200,\"data\":[]}");

        Run run = engine.run();

        assertLeft(run, SyncStep.PULL_CENTRAL, FailureCode.CURSOR_AHEAD);
        assertThat(run.error().detail()).contains("300", "200");
        assertThat(cursor(Channel.CENTRAL_RECORDS)).isEqualTo(300);
    }

    @Test
    void anOpenServerThatWasRestoredIsToldAsSuch() {
        network.on(
                "POST /central/sync/pull",
                request -> cursorOf(request) <= 40
                        ? OddNetwork.openPage(40, 1, true, OddNetwork.openUnit(40, "open"))
                        : OddNetwork.openPage(40, 0, true, ""));
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(engine.run().outcome()).isEqualTo(Outcome.SUCCEEDED);
        network.on("POST /central/sync/pull", request -> OddNetwork.openPage(12, 0, true, ""));

        assertLeft(engine.run(), SyncStep.PULL_V6, FailureCode.CURSOR_AHEAD);
        assertThat(cursor(Channel.OPEN_PULL)).isEqualTo(41);
    }

    @Test
    void aPageThatIsNeverTheLastIsNoAnswerTwice() {
        network.on(
                "POST /central/sync/pull",
                request -> OddNetwork.openPage(7, 1, false, OddNetwork.openUnit(7, "never-last")));

        assertLeft(engine.run(), SyncStep.PULL_V6, FailureCode.UNREADABLE_ANSWER);
    }

    @Test
    void pagesThatAreNeverTheLastAndBringTheSameAreLeft() {
        network.on("POST /central/sync/pull", request -> {
            long cursor = cursorOf(request);
            return OddNetwork.openPage(cursor, 9, false, OddNetwork.openUnit(cursor, "never-last"));
        });

        assertLeft(engine.run(), SyncStep.PULL_V6, FailureCode.NO_PROGRESS);
        assertThat(asked("POST /central/sync/pull")).isLessThan(200);
    }

    @Test
    void aPushOfWhichNothingIsTakenIsNotSent() {
        network.on("POST /central/sync/push", request -> "{\"data\":{\"records_pushed\":0}}");
        engine.changes().saveAll(List.of(LocalChange.to(new RecordKey("system_log", "pushed"), """
                {"id":"pushed","type":"ServerStatus","sync_site_id":2,"datetime":"2026-11-22T08:00:00","message":"up",\
                "is_error":false}""")));

        Run run = engine.run();

        assertLeft(run, SyncStep.PUSH_V6, FailureCode.NO_PROGRESS);
        assertThat(Engine.step(run, SyncStep.PUSH_V6).sent()).isZero();
        assertThat(engine.outbox().pending()).isOne();
    }

    /** The step failed so; what needs its server only is skipped, everything else is done. */
    private static void assertLeft(Run run, SyncStep left, FailureCode code) {
        RunStep step = Engine.step(run, left);
        assertThat(step.state()).isEqualTo(StepState.FAILED);
        assertThat(step.error().code()).isEqualTo(code);
        assertThat(run.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(Engine.step(run, SyncStep.INTEGRATE).state()).isEqualTo(StepState.DONE);
        List<SyncStep> others = left == SyncStep.PULL_V6 || left == SyncStep.PUSH_V6
                ? List.of(SyncStep.PULL_CENTRAL, SyncStep.PULL_REMOTE)
                : List.of(SyncStep.PULL_V6);
        assertThat(others)
                .allSatisfy(other -> assertThat(Engine.step(run, other).state()).isEqualTo(StepState.DONE));
    }

    private static String log(long newest, long number, String id) {
        return "{\"maxCursor\":%d,\"data\":[%s]}".formatted(newest, OddNetwork.unit("\"ID\":" + number, id));
    }

    private static String queue(long length, String... ids) {
        List<String> records = List.of(ids).stream()
                .map(id -> OddNetwork.unit("\"syncOutId\":\"" + id + "\"", id))
                .toList();
        return "{\"queueLength\":%d,\"data\":[%s]}".formatted(length, String.join(",", records));
    }

    private static long cursorOf(String request) {
        Matcher cursor = CURSOR.matcher(request);
        assertThat(cursor.find()).isTrue();
        return Long.parseLong(cursor.group(1));
    }

    private static long cursor(Channel channel) {
        return engine.bean(Inbox.class).cursor(channel);
    }

    private static long asked(String call) {
        return network.asked().stream().filter(each -> each.startsWith(call)).count();
    }
}
