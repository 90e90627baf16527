package org.relais.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Makes changes that several callers bring at once in one transaction: fifty phones that send in the same second pass the gate a few
 * times, and not fifty times. Each caller gets the answers for its own. Where the transaction fails, each caller's changes are made
 * by themselves, so that nobody fails because of another; unless it is the database that cannot now, which all are told at once.
 */
final class JointSaving {

    /** How many changes one transaction takes at most, unless a single caller brings more. */
    private static final int MOST = LocalWriter.BATCH;

    /** Makes changes in one transaction, and answers in their order. */
    @FunctionalInterface
    interface Saving {
        List<Saved> save(List<LocalChange> changes);
    }

    private final Saving saving;
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    JointSaving(Saving saving) {
        this.saving = saving;
    }

    /**
     * Makes some changes, maybe together with others'; all of them or none. It may be another caller's thread that makes them.
     *
     * @return an answer for each, in their order
     * @throws RuntimeException what these changes alone met
     */
    List<Saved> save(List<LocalChange> changes) {
        Request request = new Request(changes, new CompletableFuture<>());
        waiting.add(request);
        turn.lock();
        try {
            while (!request.answer().isDone()) {
                makeSome();
            }
        } finally {
            turn.unlock();
        }
        try {
            return request.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }

    /** How many callers are not yet served. */
    int waiting() {
        return waiting.size();
    }

    private void makeSome() {
        List<Request> some = new ArrayList<>();
        int size = 0;
        for (Request next = waiting.peek();
                next != null && (some.isEmpty() || size + next.changes().size() <= MOST);
                next = waiting.peek()) {
            some.add(waiting.remove());
            size += next.changes().size();
        }
        if (some.size() == 1 || !madeTogether(some)) {
            some.forEach(this::makeAlone);
        }
    }

    /** Whether all of them are answered. */
    private boolean madeTogether(List<Request> some) {
        List<Saved> saved;
        try {
            saved = saving.save(
                    some.stream().flatMap(request -> request.changes().stream()).toList());
        } catch (TransactionException | DataAccessResourceFailureException | TransientDataAccessException noDatabase) {
            // Nobody's own fault: to try it for each, one after the other, would keep the last one waiting for all.
            some.forEach(request -> request.answer().completeExceptionally(noDatabase));
            return true;
        } catch (RuntimeException oneOfThem) {
            return false;
        }
        int from = 0;
        for (Request request : some) {
            int to = from + request.changes().size();
            request.answer().complete(saved.subList(from, to));
            from = to;
        }
        return true;
    }

    private void makeAlone(Request request) {
        try {
            request.answer().complete(saving.save(request.changes()));
        } catch (RuntimeException | Error e) {
            request.answer().completeExceptionally(e);
        }
    }

    private record Request(List<LocalChange> changes, CompletableFuture<List<Saved>> answer) {}
}
