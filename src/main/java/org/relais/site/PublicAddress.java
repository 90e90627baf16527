package org.relais.site;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.relais.settings.Settings;
import org.relais.vocabulary.Invalid;
import org.springframework.stereotype.Component;

/**
 * The address under which phones reach this server, where somebody chose one: on a page, or in the configuration, which is
 * chosen anew at every start.
 */
@Component
public class PublicAddress {

    /** The setting's name. */
    public static final String NAME = "relais.site.public-url";

    private static final int LONGEST = 500;

    private final Settings settings;

    PublicAddress(Settings settings) {
        this.settings = settings;
    }

    /** The chosen address; empty where none is and it is to be found out. */
    public Optional<URI> find() {
        return settings.find(NAME).map(URI::create);
    }

    /**
     * Chooses the address, effective at once.
     *
     * @param typed as a person typed it; blank to have it found out
     * @throws Invalid when no phone could use it; nothing is changed then
     */
    public void choose(String typed) {
        if (typed.isBlank()) {
            settings.forget(NAME);
        } else {
            settings.choose(NAME, read(typed).toString());
        }
    }

    /**
     * The address that a text says.
     *
     * @throws Invalid when it says none that phones accept
     */
    static URI read(String text) {
        URI address = Optional.of(text)
                .filter(typed -> typed.length() <= LONGEST)
                .flatMap(WebAddress::parse)
                .orElseThrow(() -> new Invalid(Set.of(PublicAddressProblem.NO_ADDRESS)));
        if (!PhoneHost.accepts(address.getHost())) {
            throw new Invalid(Set.of(PublicAddressProblem.NOT_FOR_PHONES));
        }
        return address;
    }
}
