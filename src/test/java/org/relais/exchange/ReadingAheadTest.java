package org.relais.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.Action;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.central.RecordSink;
import org.relais.run.RunStopped;

/** While a page is written the next one is read, and no more than that. */
class ReadingAheadTest {

    private static final String LARGE = "x".repeat(3_000_000);

    private final Script line = new Script();
    private final ReadingAhead pages = new ReadingAhead(line, new BatchSize());

    @AfterEach
    void end() {
        pages.close();
    }

    @Test
    void theNextPageIsReadBeforeTheLastOneIsWritten() {
        line.pages.add(sink -> page(sink, 3, 7));
        line.pages.add(sink -> page(sink, 2, 9));
        List<WireRecord> taken = new ArrayList<>();

        Pulling.Page first = pages.next(4, taken::add);

        assertThat(first.cursor()).isEqualTo(7);
        assertThat(taken).hasSize(3);
        await().until(() -> line.asked.equals(List.of(4L, 7L)));
        assertThat(pages.next(7, taken::add).cursor()).isEqualTo(9);
        assertThat(taken).hasSize(5).extracting(WireRecord::key).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsReadAfterTheLastPage() {
        line.pages.add(sink -> new Pulling.Page(0, 0, 0, 4, true));

        assertThat(pages.next(4, record -> {}).last()).isTrue();
        pages.close();

        assertThat(line.asked).containsExactly(4L);
    }

    @Test
    void recordsComeInTheirOrderHoweverManyThereAre() {
        line.pages.add(sink -> page(sink, 12_345, 1));
        line.pages.add(sink -> new Pulling.Page(0, 0, 0, 1, true));
        List<String> ids = new ArrayList<>();

        pages.next(0, record -> ids.add(record.key().id()));

        assertThat(ids)
                .isEqualTo(IntStream.rangeClosed(1, 12_345)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void aPageThatCouldNotBeReadToItsEndIsAskedForAgain() {
        line.pages.add(sink -> {
            sink.accept(record("cut"));
            throw new IllegalStateException("the line is gone");
        });
        line.pages.add(sink -> page(sink, 1, 5));
        line.pages.add(sink -> new Pulling.Page(0, 0, 0, 5, true));

        assertThatThrownBy(() -> pages.next(4, record -> {})).hasMessage("the line is gone");
        pages.next(4, record -> {});

        assertThat(line.asked).startsWith(4L, 4L);
    }

    @Test
    void aPageThatCouldNotBeWrittenIsAskedForAgainAndNotTheOneAfterIt() {
        line.pages.add(sink -> page(sink, 1_000, 5));
        line.pages.add(sink -> page(sink, 1, 5));
        line.pages.add(sink -> new Pulling.Page(0, 0, 0, 5, true));

        assertThatThrownBy(() -> pages.next(4, record -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessage("the disk is full");
        List<WireRecord> taken = new ArrayList<>();
        pages.next(4, taken::add);

        assertThat(taken).hasSize(1);
        assertThat(line.asked).startsWith(4L, 4L);
    }

    @Test
    void aPageAheadThatIsNoLongerTheNextOneIsForgotten() {
        line.pages.add(sink -> page(sink, 1, 5));
        line.pages.add(sink -> page(sink, 1, 6));
        line.pages.add(sink -> page(sink, 1, 7));
        line.pages.add(sink -> new Pulling.Page(0, 0, 0, 7, true));
        pages.next(4, record -> {});
        await().until(() -> line.asked.size() == 2);

        assertThat(pages.next(4, record -> {}).cursor())
                .as("the page that was written did not stay")
                .isEqualTo(7);
        assertThat(line.asked).startsWith(4L, 5L, 4L);
    }

    @Test
    void aLargeRecordIsWrittenBeforeTheNextOneIsRead() {
        List<String> happened = new CopyOnWriteArrayList<>();
        line.pages.add(sink -> {
            sink.accept(new WireRecord(new RecordKey("unit", "large"), Action.UPSERT, LARGE));
            happened.add("read on");
            return new Pulling.Page(1, 1, 0, 1, false);
        });
        line.pages.add(sink -> new Pulling.Page(0, 0, 0, 1, true));

        pages.next(0, record -> happened.add("written"));

        assertThat(happened).containsExactly("written", "read on");
    }

    @Test
    void closingEndsAPageThatIsBeingRead() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch brokenOff = new CountDownLatch(1);
        line.pages.add(sink -> page(sink, 1, 5));
        line.pages.add(sink -> {
            reading.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                brokenOff.countDown();
            }
            return new Pulling.Page(0, 0, 0, 5, true);
        });
        pages.next(4, record -> {});
        reading.await();

        pages.close();

        assertThat(brokenOff.getCount()).isZero();
    }

    @Test
    void whoeverIsToEndDoesNotWaitForAPage() {
        CountDownLatch never = new CountDownLatch(1);
        line.pages.add(sink -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Pulling.Page(0, 0, 0, 4, true);
        });
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pages.next(4, record -> {})).isInstanceOf(RunStopped.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private static Pulling.Page page(RecordSink sink, int count, long cursor) {
        IntStream.rangeClosed(1, count)
                .forEach(place -> sink.accept(record(cursor == 1 ? "" + place : cursor + "." + place)));
        return new Pulling.Page(count, count, 1, cursor, false);
    }

    private static WireRecord record(String id) {
        return new WireRecord(new RecordKey("unit", id), Action.UPSERT, "{}");
    }

    /** Answers as it is told, one page after the other. */
    private static final class Script implements Pulling.Line {

        private interface Answer {
            Pulling.Page to(RecordSink sink);
        }

        private final BlockingQueue<Answer> pages = new LinkedBlockingQueue<>();
        private final List<Long> asked = new CopyOnWriteArrayList<>();

        @Override
        public Pulling.Page fetch(long cursor, int limit, RecordSink sink) {
            asked.add(cursor);
            Answer answer = pages.poll();
            return answer == null ? new Pulling.Page(0, 0, 0, cursor, true) : answer.to(sink);
        }
    }
}
