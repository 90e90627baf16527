package org.relais.demo;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relais.demo.district.District;
import org.relais.startup.StartFailure;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Starts the demonstration network before the site is, and sets the site up against it. What the user set themselves wins. */
final class NetworkStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    static final String ADMIN_PASSWORD = "relais.admin.password";

    private static final String BEAN = "demoNetwork";
    private static final String PHONES = "demoPhones";
    private static final String USUAL_ADMIN_PASSWORD = "demonstration";

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        DemoNetwork network = start(options(environment));
        DemoSite site = network.sites().getFirst();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("relais.site.central-url", network.legacyUrl().toString());
        settings.put("relais.site.name", site.name());
        settings.put("relais.site.password", site.password());
        settings.put(ADMIN_PASSWORD, USUAL_ADMIN_PASSWORD);
        settings.put("server.address", "127.0.0.1");
        environment.getPropertySources().addLast(new MapPropertySource("relaisDemo", settings));
        // The site ends the network with itself: it is one of its beans, as soon as there are some.
        event.getBootstrapContext().addCloseListener(closed -> {
            DefaultListableBeanFactory beans =
                    (DefaultListableBeanFactory) closed.getApplicationContext().getBeanFactory();
            beans.registerSingleton(BEAN, network);
            beans.registerDisposableBean(BEAN, network::close);
            PhonesStart phones = new PhonesStart(network, directory(environment));
            beans.registerSingleton(PHONES, phones);
            closed.getApplicationContext().addApplicationListener(phones);
        });
    }

    private static DemoNetwork start(DemoOptions options) {
        try {
            return DemoNetwork.start(options);
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new StartFailure("The demonstration network cannot start: " + e.getMessage(), e);
        }
    }

    private static DemoOptions options(ConfigurableEnvironment environment) {
        DemoOptions usual = DemoOptions.usual();
        return usual.directory(directory(environment))
                .records(number(
                        environment,
                        "relais.demo.records",
                        usual.records(),
                        District.FEWEST_RECORDS,
                        District.MOST_RECORDS))
                .seed(number(environment, "relais.demo.seed", usual.seed(), 0, Integer.MAX_VALUE))
                .ports(
                        (int) number(environment, "relais.demo.legacy-port", 0, 0, 65_535),
                        (int) number(environment, "relais.demo.open-port", 0, 0, 65_535),
                        (int) number(environment, "relais.demo.page-port", 0, 0, 65_535));
    }

    private static Path directory(ConfigurableEnvironment environment) {
        return Path.of(environment.getProperty("relais.data.directory", "./data"), "demo");
    }

    private static long number(ConfigurableEnvironment environment, String name, long usual, long from, long to) {
        String value = environment.getProperty(name);
        if (value == null) {
            return usual;
        }
        boolean digits = value.matches("\\d{1,10}");
        if (!digits || Long.parseLong(value) < from || Long.parseLong(value) > to) {
            throw new StartFailure(name + " is \"" + value + "\", allowed are " + from + " to " + to + '.');
        }
        return Long.parseLong(value);
    }
}
