package org.relais.site;

import java.io.Serializable;
import java.util.Objects;

/**
 * A store of this site.
 *
 * @param id the store's id
 * @param code its short code
 * @param name its name; the code where the network gives none
 */
public record Store(String id, String code, String name) implements Serializable {

    public Store {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
    }
}
