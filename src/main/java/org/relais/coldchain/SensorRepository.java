package org.relais.coldchain;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The sensors of all stores. */
interface SensorRepository extends Repository<SensorRow, String> {

    Optional<SensorRow> findById(String id);

    List<SensorRow> findByStoreIdOrderByNameAscIdAsc(String storeId);

    boolean existsByStoreId(String storeId);
}
