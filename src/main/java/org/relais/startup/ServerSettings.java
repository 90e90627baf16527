package org.relais.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/**
 * Spring Boot's own {@code server.port}, with the range that it does not check itself.
 *
 * @param port null: Spring Boot's default
 */
@ConfigurationProperties("server")
record ServerSettings(@Nullable Integer port) {

    private static final int LAST_PORT = 65_535;

    ServerSettings {
        if (port != null && (port < 0 || port > LAST_PORT)) {
            throw new WrongSetting("server.port", port, AllowedValues.PORT);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ServerSettings.class)
    static class Check {}
}
