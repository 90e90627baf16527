package org.relais.people;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of those who may sign in. Names are the same in any case. */
interface Accounts extends Repository<Account, String> {

    Optional<Account> findById(String id);

    @EntityGraph(attributePaths = {"stores", "stores.permissions"})
    @Query("select a from Account a where a.id = :id")
    Optional<Account> findWithStores(String id);

    /** An account of this site's own. */
    @Query("select a from Account a where a.foldedName = lower(:name) and not a.network")
    Optional<Account> findOwn(String name);

    /** Somebody of the network who signed in here before. */
    @Query("select a from Account a where a.foldedName = lower(:name) and a.network")
    Optional<Account> findOfNetwork(String name);

    /** Whether a name or an id belongs to an account of this site's own. */
    @Query("select count(a) > 0 from Account a where (a.foldedName = lower(:name) or a.id = :id) and not a.network")
    boolean isOwn(String name, String id);

    /** The account, which nobody else changes until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lock(String id);

    Account saveAndFlush(Account account);

    /** Takes a name from everybody of the network but the one who has it now. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("delete from Account a where a.foldedName = lower(:name) and a.id <> :id and a.network")
    void giveUpName(String name, String id);

    /** Lets nobody in with that hash any more. */
    @Transactional
    @Modifying
    @Query("update Account a set a.password = null where a.id = :id and a.password = :hash and a.network")
    void forgetPassword(String id, String hash);
}
