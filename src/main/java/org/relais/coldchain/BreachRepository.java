package org.relais.coldchain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** The breaches of all stores. */
interface BreachRepository extends Repository<BreachRow, String>, JpaSpecificationExecutor<BreachRow> {

    Optional<BreachRow> findById(String id);

    /** Those that go on. */
    List<BreachRow> findByStoreIdInAndEndedAtIsNullOrderByStartedAtAsc(Collection<String> storeIds);

    /** How many nobody answered for yet. */
    int countByStoreIdAndAcknowledgedFalse(String storeId);

    /** Of those that nobody answered for one that goes on, else the latest. */
    @Query("""
            select b from BreachRow b where b.storeId = :store and b.acknowledged = false
            order by case when b.endedAt is null then 0 else 1 end, b.startedAt desc, b.id limit 1""")
    Optional<BreachRow> worstUnacknowledged(@Param("store") String storeId);
}
