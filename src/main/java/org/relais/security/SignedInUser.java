package org.relais.security;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * The person who signed in, as it was at that moment.
 *
 * @param id the account's id; it stands as the user's id in the records that the person makes
 * @param name the name that the person signs in with
 * @param administrator whether the person may do everything on this site
 * @param language the language that the person chose, or null before any choice
 * @param permissions what else the person may do; an administrator needs none
 */
public record SignedInUser(String id, String name, boolean administrator, Locale language, Set<Permission> permissions)
        implements AuthenticatedPrincipal, Serializable {

    public SignedInUser {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        permissions = Set.copyOf(permissions);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether the person may do that. */
    public boolean may(Permission permission) {
        return administrator || permissions.contains(permission);
    }
}
