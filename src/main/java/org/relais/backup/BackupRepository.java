package org.relais.backup;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

/** The table of backups that were made, or were to be. */
interface BackupRepository extends JpaRepository<BackupRow, Long> {

    List<BackupRow> findByOrderByIdDesc(Limit limit);

    Optional<BackupRow> findFirstByProvenAtNotNullOrderByIdDesc();

    List<BackupRow> findByFinishedAtNull();
}
