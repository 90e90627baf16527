package org.relais.coldchain;

import java.util.Objects;

/**
 * A phone as this server knows it: by the account that it signed in with. Phones have no name of their own.
 *
 * @param accountId the account's id
 * @param name the name that stands on the phone
 * @param storeId the account's store on this site, which owns what the phone sends
 */
public record Phone(String accountId, String name, String storeId) {

    public Phone {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(storeId, "storeId");
    }
}
