package org.relais.startup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Gives the settings from the environment the letters that Java lost, see {@link GivenTexts}; and refuses a start with a setting
 * that has lost some for good, rather than send it to a central server.
 */
public class GivenTextsInSettings implements EnvironmentPostProcessor, Ordered {

    static final String NO_LOCALE = "its letters cannot be read, as Java was started without a UTF-8 locale;"
            + " set LC_ALL=C.UTF-8 in the environment";

    private static final String ENVIRONMENT = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        applyTo(environment);
    }

    /**
     * The same for settings that no application is put together for.
     *
     * @throws WrongSetting when one has lost letters for good
     */
    public static void applyTo(ConfigurableEnvironment environment) {
        MutablePropertySources sources = environment.getPropertySources();
        Map<String, Object> variables = GivenTexts.variables();
        if (!variables.isEmpty() && sources.contains(ENVIRONMENT)) {
            Map<String, Object> all = new HashMap<>(environment.getSystemEnvironment());
            all.putAll(variables);
            sources.replace(ENVIRONMENT, new SystemEnvironmentPropertySource(ENVIRONMENT, all));
        }
        refuseWhatIsLost(sources);
    }

    private static void refuseWhatIsLost(MutablePropertySources sources) {
        sources.stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .forEach(GivenTextsInSettings::refuseWhatIsLost);
    }

    private static void refuseWhatIsLost(EnumerablePropertySource<?> source) {
        for (String name : source.getPropertyNames()) {
            String plain = name.toLowerCase(Locale.ROOT).replace('_', '.');
            boolean ours = plain.startsWith("relais.") || plain.startsWith("spring.") || plain.startsWith("server.");
            if (ours && GivenTexts.isLost(String.valueOf(source.getProperty(name)))) {
                throw new WrongSetting(name, source.getProperty(name), NO_LOCALE);
            }
        }
    }

    /** Before the configuration files are found: their place may be among what is recovered. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
