package org.relais.locations;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The locations of all stores. Texts are equal in any case, with or without accents. */
interface LocationRepository extends Repository<LocationRow, String>, JpaSpecificationExecutor<LocationRow> {

    Optional<LocationRow> findById(String id);

    /** The codes of a store's locations. */
    @Query(
            "select new org.relais.locations.LocationCode(row.id, row.code) from LocationRow row where row.storeId = :storeId")
    List<LocationCode> codes(String storeId);
}
