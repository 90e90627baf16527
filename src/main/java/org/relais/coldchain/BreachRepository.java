package org.relais.coldchain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/** The breaches of all stores. */
interface BreachRepository extends Repository<BreachRow, String>, JpaSpecificationExecutor<BreachRow> {

    Optional<BreachRow> findById(String id);

    /** Those that go on. */
    List<BreachRow> findByStoreIdInAndEndedAtIsNullOrderByStartedAtAsc(Collection<String> storeIds);

    /** Those that nobody answered for yet, the latest first. */
    List<BreachRow> findByStoreIdInAndAcknowledgedFalseOrderByStartedAtDesc(Collection<String> storeIds);
}
