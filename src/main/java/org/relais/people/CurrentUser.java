package org.relais.people;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is behind the request or the page that the calling thread serves. */
@Component
public class CurrentUser {

    /** The person, or empty where nobody signed in. */
    public Optional<SignedInUser> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? Optional.of(user)
                : Optional.empty();
    }

    /**
     * The person.
     *
     * @throws AccessDeniedException where nobody signed in
     */
    public SignedInUser get() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody signed in"));
    }

    /** Whether somebody signed in who may do that. */
    public boolean may(Permission permission) {
        return find().filter(user -> user.may(permission)).isPresent();
    }

    /** Whether somebody signed in who may do that in this store. */
    public boolean may(Permission permission, String storeId) {
        return find().filter(user -> user.may(permission, storeId)).isPresent();
    }

    /**
     * The person, who may do that.
     *
     * @throws AccessDeniedException where nobody signed in, or a person who may not
     */
    public SignedInUser require(Permission permission) {
        SignedInUser user = get();
        if (!user.may(permission)) {
            throw new AccessDeniedException(user.name() + " lacks the permission " + permission);
        }
        return user;
    }

    /**
     * The person, who may do that in this store.
     *
     * @throws AccessDeniedException where nobody signed in, or a person who may not
     */
    public SignedInUser require(Permission permission, String storeId) {
        SignedInUser user = get();
        if (!user.may(permission, storeId)) {
            throw new AccessDeniedException(
                    user.name() + " lacks the permission " + permission + " in the store " + storeId);
        }
        return user;
    }
}
