package org.relais.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out checks at the same time, each on a virtual thread. Nobody waits for one that does not end when it is interrupted, as
 * the resolution of a name.
 */
final class Examination {

    /** Ten seconds were promised; the rest is for telling. */
    static final Duration LIMIT = Duration.ofMillis(9_500);

    private static final Logger log = LoggerFactory.getLogger(Examination.class);

    private final List<Check> checks;
    private final Duration limit;
    private final Map<CheckName, CompletableFuture<Finding>> findings = new EnumMap<>(CheckName.class);
    private long end;

    /** @param limit how long all together may take */
    Examination(List<Check> checks, Duration limit) {
        this.checks = checks;
        this.limit = limit;
        checks.forEach(check -> findings.put(check.name(), new CompletableFuture<>()));
    }

    /**
     * Carries them out, once.
     *
     * @param tell is told each finding when it is there, by several threads
     * @return all of them, in the order of the checks
     */
    List<Finding> run(Consumer<Finding> tell) {
        end = System.nanoTime() + limit.toNanos();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            for (Check check : checks) {
                threads.execute(() -> {
                    Finding found = found(check, threads);
                    try {
                        tell.accept(found);
                    } finally {
                        findings.get(check.name()).complete(found);
                    }
                });
            }
            return checks.stream()
                    .map(check -> findings.get(check.name()).join())
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private Finding found(Check check, ExecutorService threads) {
        for (CheckName needed : check.needs()) {
            Finding before = findings.get(needed).join();
            if (!before.carries()) {
                CheckName first = before.words() instanceof Words.NotTried(CheckName because) ? because : needed;
                return new Finding.Unknown(check.name(), new Words.NotTried(first));
            }
        }
        Future<Finding> asked = threads.submit(check::examine);
        try {
            long left = Math.min(check.limit().toNanos(), end - System.nanoTime());
            return asked.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return check.late();
        } catch (ExecutionException e) {
            return fault(check, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return check.late();
        } finally {
            asked.cancel(true);
        }
    }

    private static Finding fault(Check check, Throwable cause) {
        if (!(cause instanceof IOException)) {
            log.warn("The check {} could not be carried out", check.name().key(), cause);
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return check.unknown("fault", reason);
    }
}
