package org.relais.testing;

import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Settings as a command at a shell has them, for tests that carry one out in their own process. */
public final class ShellSettings {

    private ShellSettings() {}

    /** Those of the program, and what was typed. */
    public static ConfigurableEnvironment of(String... typed) {
        ConfigurableEnvironment settings = new StandardEnvironment();
        settings.getPropertySources().addFirst(new SimpleCommandLinePropertySource(typed));
        ConfigDataEnvironmentPostProcessor.applyTo(settings);
        return settings;
    }
}
