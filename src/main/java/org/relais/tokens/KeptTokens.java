package org.relais.tokens;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of the tokens. */
interface KeptTokens extends Repository<KeptToken, Long> {

    List<KeptToken> findAllByOrderByName();

    Optional<KeptToken> findByHash(String hash);

    @Transactional
    KeptToken saveAndFlush(KeptToken token);

    /** @return 1, or 0 where it was gone */
    @Transactional
    @Modifying
    @Query("delete from KeptToken t where t.id = :id")
    int revoke(long id);

    @Transactional
    @Modifying
    @Query("update KeptToken t set t.lastUsedAt = :now where t.id = :id")
    void noteUse(long id, Instant now);

    /** Ends all that expired by then, for good. */
    @Transactional
    @Modifying
    @Query("update KeptToken t set t.ended = true where t.expiresAt <= :now and not t.ended")
    void endExpired(Instant now);
}
