package org.relais.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the description of all types when the program starts, so that a mistake in it ends the start. */
@Configuration(proxyBeanMethods = false)
class RecordTypesConfiguration {

    @Bean
    RecordTypes recordTypes() {
        return RecordTypes.load();
    }
}
