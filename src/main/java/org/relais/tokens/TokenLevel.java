package org.relais.tokens;

import java.util.List;
import org.relais.people.Roles;
import org.relais.vocabulary.Keyed;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** What a token may; each level includes those before it. */
public enum TokenLevel implements Keyed {
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

    List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList(
                roles.stream().map(role -> "ROLE_" + role).toList());
    }
}
