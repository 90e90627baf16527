package org.relais.people;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.relais.central.LoginAnswer.UserStore;
import org.relais.central.NetworkUser;
import org.springframework.data.domain.Persistable;

/**
 * Somebody who may sign in: with an account of this site's own, or as a person of the network whom the mSupply central server
 * let in here. Only what changed is written, so that of two processes one does not undo what the other wrote elsewhere in the row.
 */
@Entity
@DynamicUpdate
class Account implements Persistable<String> {

    @Id
    private String id;

    private String name;

    /** The name as it is compared: of one name in several spellings, one account has it. The database folds it. */
    @Column(insertable = false, updatable = false)
    private String foldedName;

    private String password;
    private boolean administrator;
    private boolean network;
    private String displayName;
    private boolean active;
    private String language;
    private Instant createdAt;
    private Instant changedAt;

    /** When the central server last let the person in; null for an account of this site's own. */
    private Instant checkedAt;

    /** What the network's record of the person looked like then: a digest, null for none. */
    @JdbcTypeCode(SqlTypes.CHAR)
    private String seenRecord;

    @OneToMany(mappedBy = "account", cascade = CascadeType.ALL, orphanRemoval = true)
    private Set<AccountStore> stores = new HashSet<>();

    /** Ids are the network's, so they do not tell which account is a new one. */
    @Transient
    private boolean fresh;

    /** For the persistence provider. */
    protected Account() {}

    private Account(String id, Instant now) {
        this.id = id;
        this.createdAt = now;
        this.changedAt = now;
        this.active = true;
        this.fresh = true;
    }

    @PostLoad
    @PostPersist
    void isThere() {
        fresh = false;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @Override
    public String getId() {
        return id;
    }

    /** A new account of this site's own that may do everything. */
    static Account ofAdministrator(String id, String name, String hash, Instant now) {
        Account account = new Account(id, now);
        account.name = name;
        account.password = hash;
        account.administrator = true;
        return account;
    }

    /** A new account of a person of the network, of whom nothing is known yet. */
    static Account ofNetwork(String id, Instant now) {
        Account account = new Account(id, now);
        account.network = true;
        return account;
    }

    /** Takes over what the central server said, in place of what it said before. A language that the person chose stays. */
    void learn(NetworkUser user, String hash, String record, List<UserStore> told, Instant now) {
        name = user.name();
        password = hash;
        displayName = called(user);
        active = user.active();
        language = language == null ? languageOf(user) : language;
        seenRecord = record;
        changedAt = now;
        checkedAt = now;
        keepStores(told);
    }

    private void keepStores(List<UserStore> told) {
        Map<String, UserStore> entered = told.stream()
                .filter(UserStore::canLogin)
                .filter(store -> AccountStore.takes(store.storeId()))
                .collect(Collectors.toMap(
                        UserStore::storeId, Function.identity(), (first, last) -> last, LinkedHashMap::new));
        stores.removeIf(store -> !entered.containsKey(store.storeId()));
        Map<String, AccountStore> known =
                stores.stream().collect(Collectors.toMap(AccountStore::storeId, Function.identity()));
        entered.values().forEach(store -> {
            AccountStore kept = known.computeIfAbsent(store.storeId(), one -> new AccountStore(this, one));
            kept.learn(store);
            stores.add(kept);
        });
    }

    private static String called(NetworkUser user) {
        String called = (user.firstName().strip() + " " + user.lastName().strip()).strip();
        return called.isEmpty() ? user.name() : called;
    }

    /** The language of the network's record, or null for one that the pages do not speak. */
    private static String languageOf(NetworkUser user) {
        return switch ((int) user.language()) {
            case 0 -> "en";
            case 1 -> "fr";
            case 2 -> "es";
            default -> null;
        };
    }

    /** The hash, or null where only the central server can let the person in. */
    String password() {
        return password;
    }

    void setPassword(String hash, Instant now) {
        password = hash;
        changedAt = now;
    }

    boolean active() {
        return active;
    }

    String seenRecord() {
        return seenRecord;
    }

    Locale language() {
        return language == null ? null : Locale.forLanguageTag(language);
    }

    void setLanguage(Locale chosen, Instant now) {
        language = chosen.toLanguageTag();
        changedAt = now;
    }

    Set<AccountStore> stores() {
        return Set.copyOf(stores);
    }

    /** Who it is, with the stores that may be entered. */
    SignedInUser signedIn(List<StoreAccess> entered) {
        return new SignedInUser(
                id, name, displayName == null ? name : displayName, administrator, language(), Set.of(), entered);
    }
}
