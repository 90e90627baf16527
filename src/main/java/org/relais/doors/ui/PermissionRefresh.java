package org.relais.doors.ui;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkSignIn;
import org.relais.people.RefusedSignIn;
import org.relais.people.SignedInUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Asks the central server anew what the signed-in person may do, without their signing in again. */
@Component
public class PermissionRefresh {

    private static final Logger log = LoggerFactory.getLogger(PermissionRefresh.class);
    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final NetworkSignIn network;
    private final EndedSessions ended;
    private final Set<VaadinSession> asking = ConcurrentHashMap.newKeySet();

    PermissionRefresh(NetworkSignIn network, EndedSessions ended) {
        this.network = network;
        this.ended = ended;
    }

    /**
     * Asks in the background and returns at once. From the answer on, all pages of the session know the person's stores and
     * permissions; where the central server refuses the person, the session ends and the sign-in page says why. Nothing
     * changes when it cannot be reached, and for accounts of this site's own. To be called by a page.
     */
    public void ask() {
        VaadinSession pages = VaadinSession.getCurrent();
        if (SecurityContextHolder.getContext().getAuthentication() instanceof NetworkPerson person) {
            person.password().filter(known -> asking.add(pages)).ifPresent(password -> Thread.ofVirtual()
                    .name("permissions")
                    .start(() -> {
                        try {
                            ask(pages, person, password);
                        } finally {
                            asking.remove(pages);
                        }
                    }));
        }
    }

    private void ask(VaadinSession pages, NetworkPerson person, String password) {
        SignedInUser before = person.getPrincipal();
        try {
            network.askInTheBackground(before.name(), password)
                    .filter(now -> person.isOffline() || !now.mayTheSameAs(before))
                    .ifPresent(now -> replace(pages, before, new NetworkPerson(now, password, person.getDetails())));
        } catch (RefusedSignIn refused) {
            SessionEnd.by(refused).ifPresent(why -> end(pages, before, why));
        } catch (BadCredentialsException refused) {
            end(pages, before, SessionEnd.REFUSED);
        } catch (DataAccessException notKept) {
            log.error("The permissions of {} could not be kept", before.id(), notKept);
        }
    }

    /** Pages that are open are loaded again where the person may something else: what they show depends on it. */
    private static void replace(VaadinSession pages, SignedInUser before, NetworkPerson now) {
        pages.access(() -> stillSignedIn(pages, before).ifPresent(session -> {
            session.setAttribute(CONTEXT, new SecurityContextImpl(now));
            if (!now.getPrincipal().mayTheSameAs(before)) {
                pages.getUIs().forEach(page -> page.access(() -> page.getPage().reload()));
            }
        }));
    }

    /** Its pages are loaded again, and led by that to the sign-in page, which says why and leads back. */
    private void end(VaadinSession pages, SignedInUser person, SessionEnd why) {
        log.warn("The session of {} ends: the central server refuses the person ({})", person.id(), why.key());
        pages.access(() -> stillSignedIn(pages, person).ifPresent(session -> {
            ended.remember(session.getId(), why);
            session.removeAttribute(CONTEXT);
            // Not at once: a request of the session may be under way, and the pages have to hear of it.
            IdleSessions.endWithNextCall(session);
            pages.getUIs().forEach(page -> page.getPage().reload());
        }));
    }

    /** The session, unless the person left it meanwhile. */
    private static Optional<WrappedSession> stillSignedIn(VaadinSession pages, SignedInUser person) {
        return Optional.ofNullable(pages.getSession())
                .filter(session -> session.getAttribute(CONTEXT) instanceof SecurityContext context
                        && context.getAuthentication() instanceof NetworkPerson there
                        && there.getPrincipal().id().equals(person.id()));
    }
}
