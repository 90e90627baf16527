package org.relais.demo;

import java.util.Map;
import org.relais.RelaisApplication;
import org.relais.startup.StopDeadline;
import org.springframework.boot.SpringApplication;

/** A whole network on one machine: two central servers with data, and Relais as a site that synchronises with them. */
public final class Demonstration {
    private static final String CONFIGURATION = "spring.config.location";

    private Demonstration() {}

    /**
     * Starts the network and then the site. Arguments are the site's usual {@code --name=value} settings, and
     * {@code relais.demo.records}, {@code .seed}, {@code .legacy-port}, {@code .open-port} and {@code .page-port}.
     */
    public static void main(String[] arguments) {
        StopDeadline.set();
        // What is configured for a real site must not reach the demonstration: no configuration files but the program's
        // own.
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(CONFIGURATION, "classpath:/");
        }
        withNetwork(RelaisApplication.class).run(arguments);
    }

    /** The application that starts the network before itself, is set up against it, and ends it. */
    static SpringApplication withNetwork(Class<?> site) {
        SpringApplication application = new SpringApplication(site);
        // Where a real site's data are by default is no place for these.
        application.setDefaultProperties(Map.of("relais.data.default", "./data/demo"));
        application.addListeners(new NetworkStart(), new DemoGreeting());
        return application;
    }
}
