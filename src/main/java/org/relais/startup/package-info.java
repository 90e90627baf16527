/**
 * What stops a start, told to a person in one line: no stack traces for a wrong setting.
 *
 * <p>Whoever installs a site reads the end of the console. Spring Boot's own explanations take twenty lines and go through the
 * log, which is not yet set up when the data directory cannot be written to; so {@link
 * org.relais.startup.StartFailureReporter} runs before its reporters and writes to the error output: the setting, its value
 * and what is allowed. It understands every setting bound through {@code @ConfigurationProperties} (a constraint's message
 * says what is allowed: "must be from 1m to 7d"), the port in use, a database that does not answer, and {@link
 * org.relais.startup.StartFailure}, which any room may throw. Values of settings whose names end in {@code password} are not
 * shown. What is none of these is a fault of the program and keeps its stack trace.
 */
@ApplicationModule(allowedDependencies = {})
package org.relais.startup;

import org.springframework.modulith.ApplicationModule;
