package org.relais.run;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of comparisons. */
interface SamenessRepository extends JpaRepository<SamenessRow, Long> {

    List<SamenessRow> findByRunIdIn(Collection<Long> runs);
}
