package org.relais.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** A row of the table of those who may sign in. */
@Entity
class Account {

    @Id
    private String id;

    private String name;
    private String password;
    private boolean administrator;
    private boolean network;
    private String language;
    private Instant createdAt;
    private Instant changedAt;

    /** For the persistence provider. */
    protected Account() {}

    String password() {
        return password;
    }

    void setPassword(String hash, Instant now) {
        password = hash;
        changedAt = now;
    }

    Locale language() {
        return language == null ? null : Locale.forLanguageTag(language);
    }

    void setLanguage(Locale chosen, Instant now) {
        language = chosen.toLanguageTag();
        changedAt = now;
    }

    SignedInUser signedIn() {
        return new SignedInUser(id, name, administrator, language(), Set.of());
    }
}
