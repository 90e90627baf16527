package org.relais.startup;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Says in one line on the error output why the program does not start, instead of Spring Boot's block of text or a stack
 * trace. It does not go through the log, which is not yet set up when the data directory turns out to be unusable. What has
 * no such line is left to Spring Boot.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureReporter implements SpringBootExceptionReporter {

    private static final Logger log = LoggerFactory.getLogger(StartFailureReporter.class);

    private final Environment settings;

    /**
     * Called by Spring Boot.
     *
     * @param context null when the start failed before there was one
     */
    StartFailureReporter(ConfigurableApplicationContext context) {
        this.settings = context == null ? new StandardEnvironment() : context.getEnvironment();
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line = new StartFailureLine(settings).of(failure);
        line.ifPresent(text -> {
            System.err.println("Relais cannot start. " + text);
            log.debug("The start failed", failure);
        });
        return line.isPresent();
    }
}
