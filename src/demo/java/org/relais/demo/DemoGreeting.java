package org.relais.demo;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Says at the end of start where everything is and who can sign in. */
final class DemoGreeting implements ApplicationListener<ApplicationReadyEvent> {
    private static final String LOCAL_PORT = "local.server.port";

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        ApplicationContext site = event.getApplicationContext();
        // the person at the terminal reads it, not a log
        System.out.println(text(site.getBean(DemoNetwork.class), site.getEnvironment()));
    }

    static String text(DemoNetwork network, Environment environment) {
        String port = environment.getProperty(LOCAL_PORT, environment.getProperty("server.port", "8080"));
        String users = names(network, DemoGreeting::comesIn, DemoUser::name);
        String refused = names(
                network,
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
                        environment.getProperty(NetworkStart.ADMIN_PASSWORD, "?"),
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

    private static String names(DemoNetwork network, Predicate<DemoUser> which, Function<DemoUser, String> as) {
        return network.users().stream().filter(which).map(as).collect(Collectors.joining(", "));
    }
}
