package org.relais.database;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Makes the data directory before logging starts: the log file lies in it, and would otherwise create it for all to read, or
 * fail with a stack trace where it cannot. A disk that takes nothing more is told here too.
 */
class DataDirectoryPreparation implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        DataSettings settings = Binder.get(environment).bindOrCreate("relais.data", DataSettings.class);
        DataDirectory directory = new DataDirectory(settings.directory());
        new RestorePlace(directory).finish();
        boolean embedded = environment.getProperty("spring.datasource.url", "").isBlank();
        FirstWrite.tryIn(directory, environment.getProperty("logging.file.name", ""));
        if (embedded) {
            FirstWrite.refuseTooLittleRoom(
                    directory, Binder.get(environment).bindOrCreate("relais.database", DatabaseSettings.class));
        }
    }

    /** After the configuration files were read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
