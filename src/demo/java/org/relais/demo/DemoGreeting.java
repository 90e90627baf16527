package org.relais.demo;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says at the end of start where everything is and who can sign in. */
@Component
@Profile(DemoEnvironment.PROFILE)
class DemoGreeting {
    private static final String LOCAL_PORT = "local.server.port";

    private final DemoNetwork network;
    private final Environment environment;

    DemoGreeting(DemoNetwork network, Environment environment) {
        this.network = network;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        System.out.println(text()); // the person at the terminal reads it, not a log
    }

    String text() {
        String port = environment.getProperty(LOCAL_PORT, environment.getProperty("server.port", "8080"));
        String users = names(DemoGreeting::comesIn, DemoUser::name);
        String refused = names(
                user -> !comesIn(user),
                user -> user.name() + (user.active() ? " (no store on this site)" : " (switched off)"));
        DemoSite first = network.sites().getFirst();
        return """

                Relais · démonstration · demostración
                  Page                           http://localhost:%s/synchronisation
                  Administrator                  admin / %s
                  mSupply central server         %s   site: %s / %s  (also site-2, site-3)
                  Open mSupply central server    %s
                  Network's page, with faults    %s
                  Network's users (all: pass)    %s
                                                 once the first synchronisation is complete; directeur administers
                                                 refused: %s
                  Ctrl-C stops everything.
                """.formatted(
                        port,
                        environment.getProperty(DemoEnvironment.ADMIN_PASSWORD, "?"),
                        network.legacyUrl(),
                        first.name(),
                        first.password(),
                        network.openUrl(),
                        network.pageUrl(),
                        users,
                        refused);
    }

    private static boolean comesIn(DemoUser user) {
        return user.active() && user.reach() != DemoUser.Reach.ELSEWHERE;
    }

    private String names(Predicate<DemoUser> which, Function<DemoUser, String> as) {
        return network.users().stream().filter(which).map(as).collect(Collectors.joining(", "));
    }
}
