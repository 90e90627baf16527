package org.relais.administration.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.function.Supplier;
import org.relais.exchange.Failures;
import org.relais.security.CurrentUser;
import org.relais.security.Permission;
import org.relais.site.InvalidSite;
import org.relais.site.SiteReport;
import org.springframework.security.access.AccessDeniedException;

/**
 * A question to the central servers that may take long: it is asked in the background, so that the page goes on living, and its
 * reply comes back into the page. One at a time; all methods are called by the page's own thread.
 */
class ConnectionQuestion {

    private final Failures failures;
    private final CurrentUser person;
    private Thread asking;

    ConnectionQuestion(Failures failures, CurrentUser person) {
        this.failures = failures;
        this.person = person;
    }

    /**
     * Asks; the reply goes to the page, unless it was closed or the question was taken back meanwhile.
     *
     * @throws AccessDeniedException where the person may not any more, however long the page has been open
     */
    void ask(UI page, Supplier<SiteReport> question, SerializableConsumer<ConnectionReply> reply) {
        person.require(Permission.ADMINISTER_SERVER);
        // The page keeps the thread by which it knows its question, so that a late reply to an earlier one is not taken
        // for it.
        Thread[] own = new Thread[1];
        SerializableConsumer<ConnectionReply> tell = page.accessLater(
                answer -> {
                    if (asking == own[0]) {
                        asking = null;
                        reply.accept(answer);
                    }
                },
                () -> {});
        own[0] = Thread.ofVirtual().name("connection-question").unstarted(() -> tell.accept(reply(question)));
        asking = own[0];
        asking.start();
    }

    boolean isAsking() {
        return asking != null;
    }

    /** Takes the question back: nobody waits for its reply any more. */
    void takeBack() {
        if (asking != null) {
            asking.interrupt();
            asking = null;
        }
    }

    private ConnectionReply reply(Supplier<SiteReport> question) {
        try {
            return new ConnectionReply.Found(question.get());
        } catch (InvalidSite mistyped) {
            return new ConnectionReply.Mistyped(mistyped.problems());
        } catch (RuntimeException failed) {
            return new ConnectionReply.Failed(failures.of(failed));
        }
    }
}
