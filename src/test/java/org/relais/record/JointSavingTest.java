package org.relais.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relais.catalogue.RecordKey;
import org.springframework.transaction.CannotCreateTransactionException;

/** Callers who come at once share a transaction, and nothing else. */
class JointSavingTest {

    private final List<List<LocalChange>> transactions = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final JointSaving saving = new JointSaving(this::save);

    @Test
    void whoeverComesWhileOthersAreServedIsServedTogetherAndAnsweredForHisOwn() {
        List<CompletableFuture<List<Saved>>> callers =
                threeBehindOne(changes("b", 2), changes("c", 3), changes("d", 1));

        assertThat(answers(callers))
                .containsExactly(List.of("a1"), List.of("b1", "b2"), List.of("c1", "c2", "c3"), List.of("d1"));
        assertThat(transactions).hasSize(2);
        assertThat(transactions.get(1)).hasSize(6);
    }

    @Test
    void noTransactionTakesMoreThanABatch() {
        answers(threeBehindOne(changes("b", 600), changes("c", 400), changes("d", 1)));

        assertThat(transactions).extracting(List::size).containsExactly(1, 1_000, 1);
    }

    @Test
    void nobodyFailsBecauseOfAnother() {
        List<CompletableFuture<List<Saved>>> callers =
                threeBehindOne(changes("b", 1), changes("broken", 1), changes("d", 1));

        assertThat(answers(List.of(callers.get(0), callers.get(1), callers.get(3))))
                .containsExactly(List.of("a1"), List.of("b1"), List.of("d1"));
        assertThatThrownBy(callers.get(2)::join).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThat(transactions)
                .as("the failed one, and then each by himself")
                .extracting(List::size)
                .containsExactly(1, 3, 1, 1, 1);
    }

    @Test
    void aDatabaseThatIsAwayIsToldToAllAtOnce() {
        List<CompletableFuture<List<Saved>>> callers =
                threeBehindOne(changes("b", 1), changes("away", 1), changes("d", 1));

        assertThat(callers.subList(1, 4)).allSatisfy(caller -> assertThatThrownBy(caller::join)
                .hasCauseInstanceOf(CannotCreateTransactionException.class));
        assertThat(transactions).extracting(List::size).containsExactly(1, 3);
    }

    /** One is served until three others wait, in this order. */
    @SafeVarargs
    private List<CompletableFuture<List<Saved>>> threeBehindOne(List<LocalChange>... others) {
        List<CompletableFuture<List<Saved>>> callers = new ArrayList<>();
        callers.add(CompletableFuture.supplyAsync(() -> saving.save(changes("a", 1)), Thread::startVirtualThread));
        await().until(() -> transactions.size() == 1);
        for (List<LocalChange> other : others) {
            int before = saving.waiting();
            callers.add(CompletableFuture.supplyAsync(() -> saving.save(other), Thread::startVirtualThread));
            await().until(() -> saving.waiting() == before + 1);
        }
        first.countDown();
        return callers;
    }

    private static List<List<String>> answers(List<CompletableFuture<List<Saved>>> callers) {
        return callers.stream()
                .map(caller ->
                        caller.join().stream().map(saved -> saved.key().id()).toList())
                .toList();
    }

    private List<Saved> save(List<LocalChange> changes) {
        transactions.add(changes);
        try {
            first.await();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
        if (changes.stream().anyMatch(change -> change.key().id().startsWith("broken"))) {
            throw new IllegalArgumentException();
        }
        if (changes.stream().anyMatch(change -> change.key().id().startsWith("away"))) {
            throw new CannotCreateTransactionException("no connection");
        }
        return changes.stream()
                .<Saved>map(change -> new Saved.Unchanged(change.key()))
                .toList();
    }

    private static List<LocalChange> changes(String id, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(place -> LocalChange.to(new RecordKey("unit", id + place), "{}"))
                .toList();
    }
}
