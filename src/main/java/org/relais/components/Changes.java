package org.relais.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the parts of open pages that something changed. Whoever makes the change calls {@link #happened} from any thread; each part
 * hears of it in its own page's turn, once for all changes that came while that page was busy. A change that comes while a page is
 * being built, before its parts are attached, is told as soon as they are: the last one of a series must not be lost.
 */
public final class Changes {

    private static final Logger log = LoggerFactory.getLogger(Changes.class);

    private final AtomicLong count = new AtomicLong();
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

    /** Has a part of a page do something after each change from now on, while the part is attached. */
    public void follow(Component part, Runnable show) {
        Follower follower = new Follower(show);
        part.addAttachListener(attached -> follower.begin(attached.getUI()));
        part.addDetachListener(detached -> followers.remove(follower));
        part.getUI().ifPresent(follower::begin);
    }

    /**
     * Says that something changed. Pages at rest are brought up to date before it returns, others when they have done what they are
     * at; of what they throw nothing comes here.
     */
    public void happened() {
        count.incrementAndGet();
        followers.forEach(Follower::tell);
    }

    /** A part and the last change that it was told of. */
    private final class Follower {

        private final Runnable show;
        private final AtomicBoolean told = new AtomicBoolean();
        private long seen = count.get();
        private volatile UI page;

        Follower(Runnable show) {
            this.show = show;
        }

        void begin(UI page) {
            this.page = page;
            told.set(false);
            followers.add(this);
            look();
        }

        void tell() {
            if (told.compareAndSet(false, true)) {
                try {
                    page.access(this::hear);
                } catch (UIDetachedException closed) {
                    log.debug("The page was closed at this very moment", closed);
                } catch (RuntimeException e) {
                    // A page at rest is brought up to date in this thread, also over a line that just went. No other
                    // page may wait for the next change because of it.
                    told.set(false);
                    log.debug("A page could not be brought up to date", e);
                }
            }
        }

        private void hear() {
            told.set(false);
            if (followers.contains(this)) {
                look();
            }
        }

        private void look() {
            long now = count.get();
            if (seen != now) {
                show.run();
                // Not before: what could not be shown is shown with the next change.
                seen = now;
            }
        }
    }
}
