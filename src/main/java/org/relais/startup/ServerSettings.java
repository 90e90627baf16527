package org.relais.startup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/**
 * Spring Boot's own {@code server.port}, with the range that it does not check itself.
 *
 * @param port null: Spring Boot's default
 */
@Validated
@ConfigurationProperties("server")
record ServerSettings(
        @Nullable @Min(value = 0, message = AllowedValues.PORT) @Max(value = LAST_PORT, message = AllowedValues.PORT)
        Integer port) {

    private static final int LAST_PORT = 65_535;

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ServerSettings.class)
    static class Check {}
}
