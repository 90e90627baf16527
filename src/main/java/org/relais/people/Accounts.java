package org.relais.people;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The table of those who may sign in. */
interface Accounts extends Repository<Account, String> {

    Optional<Account> findById(String id);

    /** An account of this site's own. */
    Optional<Account> findByNameIgnoreCaseAndNetworkFalse(String name);

    /**
     * Adds an administrator unless the name is taken, also by another process on the same database at this moment.
     *
     * @return 1 if it was added, else 0
     */
    @Modifying
    @Query(nativeQuery = true, value = """
                    insert ignore into account (id, name, password, administrator, created_at, changed_at)
                    values (:id, :name, :password, true, :now, :now)
                    """)
    int addAdministrator(String id, String name, String password, Instant now);
}
