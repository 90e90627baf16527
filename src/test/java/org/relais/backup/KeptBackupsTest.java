package org.relais.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.relais.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a shell is told of backups is what the pages say. */
class KeptBackupsTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.fresh();

    @Test
    void theNewestAndTheNewestProvenAreRead() {
        JdbcClient jdbc = JdbcClient.create(db.dataSource());
        KeptBackups kept = new KeptBackups(db.dataSource());
        Instant night = Instant.parse("2026-11-29T02:00:00Z");
        assertThat(kept.standing().word(night)).isEqualTo(BackupStanding.Word.NONE);

        jdbc.sql("""
                        insert into backup_attempt (started_at, finished_at, file, size, row_count, proven_at, problem)
                        values ('2026-11-28 02:00:00', '2026-11-28 02:09:00', 'a', 10, 5, '2026-11-28 02:09:00', null),
                            ('2026-11-29 02:00:00', '2026-11-29 02:01:00', null, null, null, null, 'disk-full')
                        """).update();

        BackupStanding standing = kept.standing();
        assertThat(standing.lastProven().provenAt())
                .isEqualTo(night.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(9)));
        assertThat(standing.last().problem()).isEqualTo(BackupProblem.DISK_FULL);
        assertThat(standing.word(night)).isEqualTo(BackupStanding.Word.FAILED);
    }
}
