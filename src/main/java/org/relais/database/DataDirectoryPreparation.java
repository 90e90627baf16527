package org.relais.database;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/**
 * Makes the data directory before logging starts: the log file lies in it, and would otherwise create it for all to read, or
 * fail with a stack trace where it cannot. A disk that takes nothing more is told here too.
 */
class DataDirectoryPreparation implements EnvironmentPostProcessor, Ordered {

    /** Set by the program that restores: what another restore left is its to clear away. */
    private static final String RESTORES = "relais.restores";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        DataSettings settings = Binder.get(environment).bindOrCreate("relais.data", DataSettings.class);
        DataDirectory directory = new DataDirectory(settings.directory());
        if (!environment.getProperty(RESTORES, Boolean.class, false)) {
            new RestorePlace(directory).finish();
        }
        boolean embedded = environment.getProperty("spring.datasource.url", "").isBlank();
        DataSize redoLog = embedded
                ? Binder.get(environment)
                        .bindOrCreate("relais.database", DatabaseSettings.class)
                        .redoLog()
                : null;
        FirstWrite.tryIn(directory, redoLog, environment.getProperty("logging.file.name", ""));
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
