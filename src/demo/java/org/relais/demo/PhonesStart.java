package org.relais.demo;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.relais.demo.phones.DemoPhones;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Switches the phones on when somebody first looks at the cold chain, so that nobody who is there for something else finds some twenty
 * thousand readings that wait to be sent. With {@code relais.demo.phones=always} they are on from the start, with {@code never} they
 * stay off.
 */
final class PhonesStart implements ApplicationListener<ApplicationReadyEvent>, VaadinServiceInitListener {

    static final String WHEN = "relais.demo.phones";

    private static final String PAGE = "cold-chain";
    private static final String NEVER = "never";
    private static final String ALWAYS = "always";
    private static final String PASSWORD = "pass";

    private final DemoNetwork network;
    private final Path memory;

    PhonesStart(DemoNetwork network, Path directory) {
        this.network = network;
        this.memory = directory.resolve("phones");
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        String when = environment.getProperty(WHEN, "");
        String port = environment.getProperty("local.server.port");
        boolean encrypted = environment.getProperty("server.ssl.certificate") != null;
        if (when.equals(NEVER) || port == null || encrypted) {
            return;
        }
        network.plugIn(new DemoPhones(URI.create("http://127.0.0.1:" + port), memory, PASSWORD, Clock.systemUTC()));
        if (when.equals(ALWAYS)) {
            network.phones().ifPresent(DemoPhones::start);
        }
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addUIInitListener(page -> page.getUI().addBeforeEnterListener(entered -> {
            if (entered.getLocation().getFirstSegment().equals(PAGE)) {
                network.phones().ifPresent(DemoPhones::start);
            }
        }));
    }
}
