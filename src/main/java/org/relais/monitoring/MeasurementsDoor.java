package org.relais.monitoring;

import java.util.List;
import org.relais.doors.Doors;
import org.relais.people.Roles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.SecurityFilterChain;

/** Who may look at health and measurements: health is for everybody, its details are not. */
@Configuration(proxyBeanMethods = false)
class MeasurementsDoor {

    @Bean
    SecurityFilterChain measurementsDoorChain(Doors doors) {
        return doors.at("/actuator")
                .everybody(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
                .those(List.of(Roles.ADMINISTRATOR, Roles.LOOKING), HttpMethod.GET, "/actuator/prometheus")
                .restFor(Roles.ADMINISTRATOR);
    }
}
