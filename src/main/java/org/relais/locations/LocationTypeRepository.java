package org.relais.locations;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The types of locations. */
interface LocationTypeRepository extends Repository<LocationTypeRow, String> {

    List<LocationTypeRow> findAllByOrderByDescriptionAscIdAsc();

    boolean existsById(String id);
}
