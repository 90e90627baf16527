package org.relais.run;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The table of runs. */
interface RunRepository extends JpaRepository<RunRow, Long>, JpaSpecificationExecutor<RunRow> {

    /** A run that nobody else changes until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from RunRow r where r.id = :id")
    Optional<RunRow> lock(long id);

    Optional<RunRow> findFirstByOutcomeOrderByIdDesc(Outcome outcome);

    List<RunRow> findByOutcomeNotOrderByIdDesc(Outcome outcome, Limit limit);

    List<RunRow> findByOrderByIdDesc(Limit limit);

    @Query("select new org.relais.run.Runs$Unfinished(r.id, case when r.node is null then false else true end)"
            + " from RunRow r where r.outcome = :running")
    Optional<Runs.Unfinished> unfinished(Outcome running);

    @Query("select r.cancelRequested from RunRow r where r.id = :id")
    Optional<Boolean> cancelRequested(long id);

    @Query("select new org.relais.run.Runs$Mark(r.id, r.version) from RunRow r order by r.id desc")
    List<Runs.Mark> marks(Limit limit);

    @Query("select min(r.startedAt) from RunRow r where r.id > :id and r.startedAt <= :latest")
    Optional<Instant> firstStartAfter(long id, Instant latest);

    @Query("select new org.relais.run.Runs$Success(r.id, r.finishedAt) from RunRow r where r.outcome = :succeeded"
            + " order by r.id desc")
    List<Runs.Success> successes(Outcome succeeded, Limit limit);

    @Query("select new org.relais.run.WitnessedTime$Start(r.id, r.startedAt) from RunRow r where r.id < :before"
            + " order by r.id desc")
    List<WitnessedTime.Start> startsBefore(long before, Limit limit);

    @Query("select r.id from RunRow r where r.id <= :last and r.id not in :spared order by r.id")
    List<Long> upTo(long last, Collection<Long> spared, Limit limit);
}
