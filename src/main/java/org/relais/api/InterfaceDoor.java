package org.relais.api;

import java.util.List;
import org.relais.doors.Doors;
import org.relais.people.Roles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.SecurityFilterChain;

/** Who may call what of the HTTP interface. */
@Configuration(proxyBeanMethods = false)
class InterfaceDoor {

    @Bean
    SecurityFilterChain interfaceDoorChain(Doors doors) {
        return doors.at("/api")
                .those(
                        List.of(Roles.PERSON, Roles.ADMINISTRATOR, Roles.LOOKING),
                        HttpMethod.GET,
                        "/api/v1/sync",
                        "/api/v1/sync/runs",
                        "/api/v1/version",
                        "/api/v1/openapi",
                        "/api/v1/openapi.yaml")
                .those(List.of(Roles.PERSON, Roles.ADMINISTRATOR, Roles.OPERATING), "/api/v1/sync/**")
                // Among the records are those of people; a door for somebody else is opened by name.
                .restFor(Roles.ADMINISTRATOR);
    }
}
