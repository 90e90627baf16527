package org.relais.tokens;

import java.util.List;
import java.util.Locale;
import org.relais.people.Roles;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a token may; each level includes those before it. */
public enum TokenLevel {
    /** Look at runs, the state of synchronisation and measurements. */
    LOOK(Roles.LOOKING),
    /** Start runs and cancel them too. */
    OPERATE(Roles.LOOKING, Roles.OPERATING),
    /** Everything that an administrator may, records included. */
    ADMINISTER(Roles.LOOKING, Roles.OPERATING, Roles.ADMINISTRATOR);

    private final List<String> roles;

    TokenLevel(String... roles) {
        this.roles = List.of(roles);
    }

    /** The word for it in the database and in the keys of its texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList(
                roles.stream().map(role -> "ROLE_" + role).toList());
    }
}
