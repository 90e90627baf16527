package org.relais.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.relais.catalogue.RecordKey;
import org.relais.catalogue.WireRecord;
import org.relais.sync.MortalSite;
import org.springframework.dao.DataAccessException;

/** The ways into a site that may die at any moment: who was there then comes again, with the same, until the site has taken it. */
final class DoorOfAMortal implements Door {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final MortalSite site;
    private volatile boolean open;

    DoorOfAMortal(MortalSite site) {
        this.site = site;
    }

    /** The site is up. */
    void open() {
        open = true;
    }

    /** The site is about to be hit, or down. */
    void close() {
        open = false;
    }

    @Override
    public List<WireRecord> change(List<WireRecord> changes) {
        String answers = ordered("change " + SoakProgram.word(changes));
        List<WireRecord> taken = new ArrayList<>();
        for (int at = 0; at < changes.size(); at++) {
            if (answers.charAt(at) == '+') {
                taken.add(changes.get(at));
            }
        }
        return taken;
    }

    @Override
    public List<RecordKey> take(PhoneDay day) {
        ordered("phone " + day.store() + " " + day.sensor() + " " + day.from() + " " + day.to() + " " + day.breach());
        return day.keys();
    }

    /** Asked through the program's connection, which is there when the site is. */
    @Override
    public Optional<String> text(RecordKey key) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return site.database()
                        .sql("select data from record where type = ? and id = ? and deleted_at is null")
                        .params(key.table(), key.id())
                        .query(String.class)
                        .optional();
            } catch (DataAccessException | IllegalStateException | NullPointerException e) {
                if (System.nanoTime() > limit) {
                    throw new SoakFailure("nobody can ask the database", e);
                }
                pause();
            }
        }
    }

    /** Gives an order until it is carried out. */
    String ordered(String order) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            try {
                String answer = open ? site.order(order) : SoakProgram.AGAIN;
                if (!answer.equals(SoakProgram.AGAIN)) {
                    return answer;
                }
            } catch (TerminalFailureException died) {
                // It is started again; whether it had taken this, nobody knows.
                open = false;
            } catch (ConditionTimeoutException e) {
                throw new SoakFailure("no answer to " + order, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SoakFailure("interrupted", e);
            }
            pause();
        }
        throw new SoakFailure("not taken: " + order);
    }

    private static void pause() {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
    }
}
