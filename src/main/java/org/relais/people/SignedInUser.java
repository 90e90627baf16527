package org.relais.people;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * The person who signed in, as it was at that moment.
 *
 * @param id the account's id; it stands as the user's id in the records that the person makes
 * @param name the name that the person signs in with
 * @param displayName what the person is called: first and last name, or else the name
 * @param administrator whether the person may do everything on this site
 * @param language the language that the person chose, or null before any choice
 * @param permissions what the person may do in every store of this site; an administrator needs none
 * @param stores the stores of this site that a person of the network may enter, the default one first; empty for an account
 *     of this site's own, which enters all of them
 */
public record SignedInUser(
        String id,
        String name,
        String displayName,
        boolean administrator,
        Locale language,
        Set<Permission> permissions,
        List<StoreAccess> stores)
        implements AuthenticatedPrincipal, Serializable {

    private static final String ROLE = "ROLE_";

    public SignedInUser {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(displayName, "displayName");
        permissions = Set.copyOf(permissions);
        stores = List.copyOf(stores);
    }

    /** Somebody with an account of this site's own, who may the same in all of its stores. */
    public SignedInUser(String id, String name, boolean administrator, Locale language, Set<Permission> permissions) {
        this(id, name, name, administrator, language, permissions, List.of());
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether the person may do that in any of the stores that they may enter here. */
    public boolean may(Permission permission) {
        return mayEverywhere(permission)
                || stores.stream().anyMatch(store -> store.permissions().contains(permission));
    }

    /** Whether the person may do that in this store. */
    public boolean may(Permission permission, String storeId) {
        return mayEverywhere(permission)
                || stores.stream()
                        .anyMatch(store -> store.storeId().equals(storeId)
                                && store.permissions().contains(permission));
    }

    /** Whether the person may work in that store of this site. */
    public boolean enters(String storeId) {
        return stores.isEmpty()
                || stores.stream().anyMatch(store -> store.storeId().equals(storeId));
    }

    /**
     * The id of the person's default store, where that is one of this site's that the person may enter; empty for an account of
     * this site's own.
     */
    public Optional<String> defaultStore() {
        return stores.stream()
                .filter(StoreAccess::preferred)
                .map(StoreAccess::storeId)
                .findFirst();
    }

    /** Whether two pictures of a person tell of the same stores and permissions, whatever else changed. */
    public boolean mayTheSameAs(SignedInUser other) {
        return administrator == other.administrator
                && permissions.equals(other.permissions)
                && stores.equals(other.stores);
    }

    /** The roles by which pages and the HTTP interface let the person in. */
    public List<GrantedAuthority> authorities() {
        return may(Permission.ADMINISTER_SERVER)
                ? AuthorityUtils.createAuthorityList(ROLE + Roles.PERSON, ROLE + Roles.ADMINISTRATOR)
                : AuthorityUtils.createAuthorityList(ROLE + Roles.PERSON);
    }

    private boolean mayEverywhere(Permission permission) {
        return administrator || permissions.contains(permission);
    }
}
