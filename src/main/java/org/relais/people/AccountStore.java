package org.relais.people;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.central.LoginAnswer.UserStore;

/** A store that a person of the network may enter, of this site or of another. */
@Entity
class AccountStore {

    private static final int LONGEST_ID = 255;

    @EmbeddedId
    private Key key;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", insertable = false, updatable = false)
    private Account account;

    private boolean preferred;

    /** What the person may do there, by the numbers of {@link Permission}. */
    @ElementCollection
    @CollectionTable(
            name = "account_permission",
            joinColumns = {
                @JoinColumn(name = "account_id", referencedColumnName = "account_id"),
                @JoinColumn(name = "store_id", referencedColumnName = "store_id")
            })
    @Column(name = "permission")
    private Set<Integer> permissions = new HashSet<>();

    /** For the persistence provider. */
    protected AccountStore() {}

    AccountStore(Account account, String storeId) {
        this.key = new Key(account.getId(), storeId);
        this.account = account;
    }

    /** Whether an id can be kept at all. */
    static boolean takes(String storeId) {
        return storeId.length() <= LONGEST_ID;
    }

    void learn(UserStore told) {
        preferred = told.isDefault();
        Set<Integer> now = Arrays.stream(Permission.values())
                .map(Permission::number)
                .filter(told::permits)
                .collect(Collectors.toSet());
        permissions.retainAll(now);
        permissions.addAll(now);
    }

    String storeId() {
        return key.storeId;
    }

    boolean preferred() {
        return preferred;
    }

    StoreAccess access() {
        return new StoreAccess(
                key.storeId,
                permissions.stream()
                        .flatMap(number -> Permission.numbered(number).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class))),
                preferred);
    }

    @Embeddable
    record Key(
            @Column(name = "account_id") String accountId,
            @Column(name = "store_id") String storeId) implements Serializable {}
}
