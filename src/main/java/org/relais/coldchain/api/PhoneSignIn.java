package org.relais.coldchain.api;

import java.util.List;
import java.util.Optional;
import org.relais.coldchain.Phone;
import org.relais.people.NetworkPerson;
import org.relais.people.NetworkSignIn;
import org.relais.people.Permission;
import org.relais.people.ProgramDetails;
import org.relais.people.SignedInUser;
import org.relais.site.Store;
import org.relais.site.Stores;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Finds out for which store a phone sends: an account of the network for the store that is its default one, if that is in use on this
 * site and the account has the permission {@link Permission#SEND_TEMPERATURES} there; the local administrator's for the only store
 * of the site.
 */
@Component
class PhoneSignIn {

    private final AuthenticationManager signIn;
    private final NetworkSignIn network;
    private final Stores stores;

    PhoneSignIn(AuthenticationManager signIn, NetworkSignIn network, Stores stores) {
        this.signIn = signIn;
        this.network = network;
        this.stores = stores;
    }

    /**
     * A phone that may send.
     *
     * @param person who signed in; null for an account of this site's own
     */
    record Admitted(Phone phone, NetworkPerson person) {}

    /**
     * The phone with that account.
     *
     * @throws AuthenticationException when the account is not let in, or nobody can say now whether it is
     * @throws AccessDeniedException when the account sends for no store of this site
     */
    Admitted signIn(String name, String password, ProgramDetails details) {
        var request = UsernamePasswordAuthenticationToken.unauthenticated(name, password);
        request.setDetails(details);
        Authentication answer = signIn.authenticate(request);
        SignedInUser person = (SignedInUser) answer.getPrincipal();
        Optional<Phone> phone = phone(person);
        // A refusal never comes from an answer of the central server that may be out of date.
        if (phone.isEmpty() && answer instanceof NetworkPerson known && known.isFromMemory()) {
            phone = network.ask(name, password).flatMap(this::phone);
        }
        return phone.map(admitted -> new Admitted(admitted, answer instanceof NetworkPerson known ? known : null))
                .orElseThrow(() -> new AccessDeniedException(name + " sends temperatures for no store of this site"));
    }

    private Optional<Phone> phone(SignedInUser person) {
        return store(person)
                .filter(store -> person.may(Permission.SEND_TEMPERATURES, store))
                .map(store -> new Phone(person.id(), person.name(), store));
    }

    private Optional<String> store(SignedInUser person) {
        if (!person.stores().isEmpty()) {
            return person.defaultStore();
        }
        List<Store> active = stores.active();
        return active.size() == 1 ? Optional.of(active.getFirst().id()) : Optional.empty();
    }
}
