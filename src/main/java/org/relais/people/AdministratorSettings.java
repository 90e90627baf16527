package org.relais.people;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code relais.admin.*}.
 *
 * @param password the local administrator's password, or null for a generated one
 */
@ConfigurationProperties("relais.admin")
record AdministratorSettings(String password) {

    /** The configured password; empty also where the setting is there but blank. */
    Optional<String> chosenPassword() {
        return Optional.ofNullable(password).filter(text -> !text.isBlank());
    }

    @Override
    public String toString() {
        return "AdministratorSettings[password " + (chosenPassword().isPresent() ? "set" : "not set") + "]";
    }
}
